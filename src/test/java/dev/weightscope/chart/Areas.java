package dev.weightscope.chart;

import java.util.List;

/// Areas that charts are given, from the smallest window to a wide one, and a text measure that
/// needs no fonts.
public final class Areas {
    public static final TextMeasure MEASURE =
            (text, style) -> text.codePointCount(0, text.length()) * style.size() * 0.6;

    public static final List<Box> ALL =
            List.of(
                    new Box(0, 0, 420, 250),
                    new Box(0, 0, 700, 500),
                    new Box(30, 20, 820, 380),
                    new Box(0, 0, 1200, 800));

    private Areas() {}

    public static boolean encloses(Box outer, Box inner) {
        return inner.x() >= outer.x() - 0.5
                && inner.y() >= outer.y() - 0.5
                && inner.right() <= outer.right() + 0.5
                && inner.bottom() <= outer.bottom() + 0.5;
    }
}
