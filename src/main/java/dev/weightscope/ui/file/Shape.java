package dev.weightscope.ui.file;

import dev.weightscope.chart.FigureShape;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.model.Keyed;
import java.util.Optional;

/// How wide and how high a picture is: made for some use, or as in the window.
enum Shape implements Keyed {
    STANDARD(FigureShape.STANDARD),
    SLIDE(FigureShape.SLIDE),
    ONE_COLUMN(FigureShape.ONE_COLUMN),
    TWO_COLUMNS(FigureShape.TWO_COLUMNS),
    AS_SHOWN("as-shown", "As shown", Optional.empty());

    private final String key;
    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // holds nothing or an enum's constant
    private final Optional<FigureShape> shape;

    Shape(FigureShape shape) {
        this(shape.key(), shape.label(), Optional.of(shape));
    }

    Shape(String key, String label, Optional<FigureShape> shape) {
        this.key = key;
        this.label = label;
        this.shape = shape;
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
        return shape.map(each -> each.size(picture.figure())).orElse(picture.shown());
    }
}
