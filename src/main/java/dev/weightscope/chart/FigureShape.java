package dev.weightscope.chart;

import dev.weightscope.model.Keyed;

/// What a figure is made for, and so how wide and how high it is. Texts are as large in all of
/// them, so that in a narrow one, printed as wide as it is meant for, they can be read.
public enum FigureShape implements Keyed {
    STANDARD("4-3", "4:3", FigureSize.WIDTH, 900, 0, 0),
    SLIDE("slide", "16:9 slide", FigureSize.WIDTH, 675, 0, 0),

    /// Of a paper, 89 mm: a label of 11 units is one of 6.2 pt there.
    ONE_COLUMN("one-column", "One column", 450, 338, 220, 89),

    /// Of a paper, 183 mm: labels as in one column.
    TWO_COLUMNS("two-columns", "Two columns", 925, 520, 200, 183);

    private static final double MILLIMETRES_OF_INCH = 25.4;
    private static final double POINTS_OF_INCH = 72;

    private final String key;
    private final String label;
    private final int width;
    private final int height;
    private final int moreHeight;
    private final double millimetres;

    /// @param height with one chart
    /// @param moreHeight for each further chart below another
    /// @param millimetres how wide it is on paper; 0 where as on a screen
    FigureShape(
            String key, String label, int width, int height, int moreHeight, double millimetres) {
        this.key = key;
        this.label = label;
        this.width = width;
        this.height = height;
        this.moreHeight = moreHeight;
        this.millimetres = millimetres;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    public FigureSize size(Figure figure) {
        double points =
                millimetres == 0
                        ? FigureSize.SCREEN
                        : millimetres / MILLIMETRES_OF_INCH * POINTS_OF_INCH / width;
        return new FigureSize(width, height + moreHeight * (figure.rows(width) - 1), points);
    }
}
