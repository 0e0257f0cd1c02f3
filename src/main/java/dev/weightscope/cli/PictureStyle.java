package dev.weightscope.cli;

import dev.weightscope.chart.PixelScale;
import dev.weightscope.export.PictureForm;

/// How pictures are written.
///
/// @param pixels read where the form has pixels
record PictureStyle(PictureForm form, PixelScale pixels) {
    static final PictureStyle DEFAULT = new PictureStyle(PictureForm.PNG, PixelScale.X2);
}
