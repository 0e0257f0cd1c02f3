package dev.weightscope.chart.line;

import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;

/// The marks for values that have no place on a logarithmic axis.
final class EdgeMark {
    /// The height of a row of marks.
    static final double ROW = 10;

    private static final double RADIUS = 3.6;

    private EdgeMark() {}

    /// ▲ for infinite, ▼ for exactly 0, × for NaN.
    static void paint(Surface surface, Trace.Point point, Ink ink) {
        switch (point.kind()) {
            case INFINITE -> triangle(surface, point, -RADIUS, ink);
            case ZERO -> triangle(surface, point, RADIUS, ink);
            case NAN -> cross(surface, point, ink);
            case POSITIVE -> {}
        }
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
