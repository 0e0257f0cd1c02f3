package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;

/// Small marks inside a plot for what its bars do not show.
final class Badge {
    static final double HEIGHT = 14;

    private static final double PADDING = 4;
    private static final double ARROW = 5;

    private Badge() {}

    /// A text in the colour of danger, right-aligned.
    static void text(Surface surface, Palette palette, String text, double right, double top) {
        double width = width(surface, text);
        Box box = new Box(right - width, top, width, HEIGHT);
        surface.fill(box, palette.background().mix(palette.danger(), 0.14).withOpacity(0.92));
        write(surface, text, box.x() + PADDING, box, palette.danger());
    }

    /// The width of a text with nothing beside it.
    static double width(TextMeasure measure, String text) {
        return measure.textWidth(text, TextStyle.TICK) + 2 * PADDING;
    }

    /// A text that is no warning.
    static void plain(Surface surface, Palette palette, String text, double left, double top) {
        Box box = new Box(left, top, width(surface, text), HEIGHT);
        surface.fill(box, palette.background().withOpacity(0.85));
        write(surface, text, box.x() + PADDING, box, palette.text());
    }

    /// An arrow to the left, then the text.
    static void left(Surface surface, Palette palette, String text, double left, double top) {
        Box box = background(surface, palette, text, left, top);
        arrow(surface, palette, box.x() + 2, box.x() + 2 + ARROW, box.centerY());
        write(surface, text, box.x() + ARROW + PADDING, box, palette.text());
    }

    /// The text, then an arrow to the right.
    static void right(Surface surface, Palette palette, String text, double right, double top) {
        double width = surface.textWidth(text, TextStyle.TICK) + 2 * PADDING + ARROW;
        Box box = background(surface, palette, text, right - width, top);
        arrow(surface, palette, box.right() - 2, box.right() - 2 - ARROW, box.centerY());
        write(surface, text, box.x() + PADDING, box, palette.text());
    }

    private static Box background(
            Surface surface, Palette palette, String text, double left, double top) {
        double width = surface.textWidth(text, TextStyle.TICK) + 2 * PADDING + ARROW;
        Box box = new Box(left, top, width, HEIGHT);
        surface.fill(box, palette.background().withOpacity(0.85));
        return box;
    }

    private static void arrow(Surface surface, Palette palette, double tip, double back, double y) {
        surface.polygon(
                new double[] {tip, back, back},
                new double[] {y, y - ARROW / 2 - 0.5, y + ARROW / 2 + 0.5},
                3,
                palette.danger());
    }

    private static void write(Surface surface, String text, double x, Box box, Ink ink) {
        surface.text(
                text,
                x,
                box.centerY() + TextStyle.TICK.baselineShift(),
                TextStyle.TICK,
                Anchor.START,
                ink);
    }
}
