package dev.weightscope.chart;

/// How large a figure is, at one pixel a unit.
///
/// @param pointsPerUnit how large a unit is on paper, in 1/72 of an inch
public record FigureSize(int width, int height, double pointsPerUnit) {
    /// The width of figures that are made without a window.
    public static final int WIDTH = 1200;

    /// 96 units are an inch, as pixels are to style sheets.
    public static final double SCREEN = 0.75;

    public FigureSize {
        if (width < 1 || height < 1 || !(pointsPerUnit > 0)) {
            throw new IllegalArgumentException(
                    "%d × %d at %s points is no size".formatted(width, height, pointsPerUnit));
        }
    }

    /// On paper as large as on a screen.
    public FigureSize(int width, int height) {
        this(width, height, SCREEN);
    }

    /// As wide as figures that are made without a window are.
    public static FigureSize ofHeight(int height) {
        return new FigureSize(WIDTH, height);
    }
}
