package dev.weightscope.cli;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureShape;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.export.PictureForm;
import java.util.Optional;

/// How pictures are written.
///
/// @param pixels read where the form has pixels
/// @param shape what they are made for; empty for as wide as usual, and higher with more charts
record PictureStyle(PictureForm form, PixelScale pixels, Optional<FigureShape> shape) {
    private static final int ONE_CHART = 640;
    private static final int MORE_CHARTS = 260;

    static final PictureStyle DEFAULT = new PictureStyle(PictureForm.PNG, PixelScale.X2);

    /// Of frames, which are many: one file, at one pixel for each unit.
    static final PictureStyle ANIMATION = new PictureStyle(PictureForm.GIF, PixelScale.X1);

    /// As wide and high as usual.
    PictureStyle(PictureForm form, PixelScale pixels) {
        this(form, pixels, Optional.empty());
    }

    /// The size of a figure, which is as wide as usual, and higher with more charts, where nothing
    /// else is asked for.
    FigureSize size(Figure figure) {
        return shape.map(asked -> asked.size(figure))
                .orElseGet(() ->
                        FigureSize.ofHeight(ONE_CHART + (figure.parts().size() - 1) * MORE_CHARTS));
    }
}
