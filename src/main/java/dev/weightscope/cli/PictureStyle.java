package dev.weightscope.cli;

import dev.weightscope.chart.FigureShape;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.export.PictureForm;
import java.util.Optional;

/// How pictures are written.
///
/// @param pixels read where the form has pixels
/// @param shape what they are made for; empty for as wide as usual, and higher with more charts
record PictureStyle(PictureForm form, PixelScale pixels, Optional<FigureShape> shape) {
    static final PictureStyle DEFAULT = new PictureStyle(PictureForm.PNG, PixelScale.X2);

    /// As wide and high as usual.
    PictureStyle(PictureForm form, PixelScale pixels) {
        this(form, pixels, Optional.empty());
    }
}
