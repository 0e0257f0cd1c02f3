package dev.weightscope.ui.file;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.image.FigureImage;
import java.util.Optional;

/// A picture that can be exported now.
///
/// @param name what it is called where one is chosen: `Std by depth`
/// @param shown the size at which it is on the screen
/// @param redraw the same of another answer; empty for what cannot be animated
public record Exportable(
        String name, Figure figure, FigureSize shown, Optional<Redraw<?, ?>> redraw) {
    /// A picture that cannot be animated.
    public Exportable(String name, Figure figure, FigureSize shown) {
        this(name, figure, shown, Optional.empty());
    }

    /// Of one that was never laid out.
    private static final int USUAL_HEIGHT = 900;

    /// The same picture, which can be drawn of other answers too.
    public Exportable redrawnBy(Optional<Redraw<?, ?>> other) {
        return new Exportable(name, figure, shown, other);
    }

    /// A picture of what takes so much room on the screen, without margins and caption; less than 1
    /// where it was never laid out.
    public static Exportable of(String name, Figure figure, double width, double height) {
        FigureSize size =
                width < 1 || height < 1
                        ? FigureSize.ofHeight(USUAL_HEIGHT)
                        : FigureImage.sizeAround(figure, width, height);
        return new Exportable(name, figure, size, Optional.empty());
    }
}
