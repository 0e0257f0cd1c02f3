package dev.weightscope.ui.file;

import dev.weightscope.chart.PixelScale;
import dev.weightscope.ui.desktop.FileKind;

/// Of what kind an exported file is, and how its picture looks: what the sheet of exports begins
/// with.
record ExportLook(FileKind kind, Shape shape, Shade shade, PixelScale pixels) {
    static final ExportLook FIRST =
            new ExportLook(FileKind.PNG, Shape.STANDARD, Shade.AS_WINDOW, PixelScale.X2);
}
