package dev.weightscope.ui.file;

import dev.weightscope.chart.FigureSize;
import dev.weightscope.model.Keyed;

/// How wide and how high a picture is. Texts are as large in all of them, so that in a narrow one,
/// printed as wide as it is meant for, they can be read.
enum Shape implements Keyed {
    STANDARD("4-3", "4:3", FigureSize.WIDTH, 900, 0),

    /// As a slide is.
    WIDE("16-9", "16:9 slide", FigureSize.WIDTH, 675, 0),

    /// Of a paper, 89 mm: a label of 11 units is one of 6.2 pt there.
    ONE_COLUMN("one-column", "One column", 450, 338, 220),

    /// Of a paper, 183 mm: labels as in one column.
    TWO_COLUMNS("two-columns", "Two columns", 925, 520, 200),

    AS_SHOWN("as-shown", "As shown", 0, 0, 0);

    private final String key;
    private final String label;
    private final int width;
    private final int height;
    private final int moreHeight;

    /// @param height with one chart
    /// @param moreHeight for each further chart below another
    Shape(String key, String label, int width, int height, int moreHeight) {
        this.key = key;
        this.label = label;
        this.width = width;
        this.height = height;
        this.moreHeight = moreHeight;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    FigureSize size(Exportable picture) {
        return switch (this) {
            case STANDARD, WIDE, ONE_COLUMN, TWO_COLUMNS ->
                    new FigureSize(width, height + moreHeight * (picture.figure().rows(width) - 1));
            case AS_SHOWN -> picture.shown();
        };
    }
}
