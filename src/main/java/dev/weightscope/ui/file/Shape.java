package dev.weightscope.ui.file;

import dev.weightscope.chart.FigureSize;
import dev.weightscope.model.Keyed;

/// How wide a picture is beside its height.
enum Shape implements Keyed {
    STANDARD("4-3", "4:3", 900),
    WIDE("16-9", "16:9", 675),
    AS_SHOWN("as-shown", "As shown", 0);

    private final String key;
    private final String label;
    private final int height;

    Shape(String key, String label, int height) {
        this.key = key;
        this.label = label;
        this.height = height;
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
            case STANDARD, WIDE -> FigureSize.ofHeight(height);
            case AS_SHOWN -> picture.shown();
        };
    }
}
