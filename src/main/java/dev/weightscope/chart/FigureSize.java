package dev.weightscope.chart;

/// How large a figure is, at one pixel a unit.
public record FigureSize(int width, int height) {
    /// The width of figures that are made without a window.
    public static final int WIDTH = 1200;

    public FigureSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("%d × %d is no size".formatted(width, height));
        }
    }

    /// As wide as figures that are made without a window are.
    public static FigureSize ofHeight(int height) {
        return new FigureSize(WIDTH, height);
    }
}
