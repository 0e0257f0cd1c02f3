package dev.weightscope.chart.line;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.NumberText;

/// The marks for values that have no place on the axis.
final class EdgeMark {
    /// The height of a row of marks.
    static final double ROW = 10;

    private static final double RADIUS = 3.6;

    private EdgeMark() {}

    /// ▲ for infinite, ▼ for exactly 0, × for NaN; ▲ and ▼ with the value for what a frame leaves
    /// out.
    static void paint(Surface surface, Trace.Point point, Ink ink) {
        switch (point.kind()) {
            case INFINITE -> triangle(surface, point, -RADIUS, ink);
            case ZERO -> triangle(surface, point, RADIUS, ink);
            case NAN -> cross(surface, point, ink);
            case ABOVE_FRAME -> {
                triangle(surface, point, -RADIUS, ink);
                value(surface, point, ink);
            }
            case BELOW_FRAME -> {
                triangle(surface, point, RADIUS, ink);
                value(surface, point, ink);
            }
            case ON_AXIS -> {}
        }
    }

    private static void value(Surface surface, Trace.Point point, Ink ink) {
        surface.text(
                "at " + NumberText.significant(point.value(), 3),
                point.x() - 8,
                point.y() + TextStyle.TICK.baselineShift(),
                TextStyle.TICK,
                Anchor.END,
                ink);
    }

    /// @param reach from the centre to the tip, negative upwards
    private static void triangle(Surface surface, Trace.Point point, double reach, Ink ink) {
        surface.polygon(
                new double[] {point.x() - RADIUS, point.x() + RADIUS, point.x()},
                new double[] {point.y() - reach * 0.8, point.y() - reach * 0.8, point.y() + reach},
                3,
                ink);
    }

    private static void cross(Surface surface, Trace.Point point, Ink ink) {
        Stroke stroke = Stroke.solid(ink, 1.6);
        double reach = RADIUS - 0.6;
        surface.line(
                point.x() - reach, point.y() - reach, point.x() + reach, point.y() + reach, stroke);
        surface.line(
                point.x() - reach, point.y() + reach, point.x() + reach, point.y() - reach, stroke);
    }
}
