package dev.weightscope.ui.file;

import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.PixelScale;

/// What a person wants of a picture.
record ExportChoice(Exportable picture, Shape shape, Shade shade, PixelScale pixels) {
    FigureSize size() {
        return shape.size(picture);
    }

    /// `2400 × 1800 pixels`.
    String sizeText() {
        FigureSize size = size();
        return "%d × %d pixels"
                .formatted(size.width() * pixels.factor(), size.height() * pixels.factor());
    }
}
