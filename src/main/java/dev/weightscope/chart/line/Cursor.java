package dev.weightscope.chart.line;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import java.util.List;

/// A place that is looked at, in its place: a vertical line, and a dot on each curve that reaches
/// it.
record Cursor(double x, List<Dot> dots) {
    private static final double RADIUS = 3.2;

    Cursor {
        dots = List.copyOf(dots);
    }

    /// A point of a curve.
    record Dot(Trace trace, double x, double y) {}

    /// @param stop as the axis counts
    static Cursor at(int stop, Placement placement, List<Trace> traces) {
        int index = placement.stops().nearest(placement.stops().shareOf(stop));
        List<Dot> dots =
                traces.stream()
                        .filter(trace -> index < trace.points().size())
                        .filter(trace -> placement.holds(trace.points().get(index).value()))
                        .map(trace -> {
                            Trace.Point point = trace.points().get(index);
                            return new Dot(trace, point.x(), placement.y(point.value()));
                        })
                        .toList();
        return new Cursor(placement.x(placement.stops().shareOf(stop)), dots);
    }

    void paint(Surface surface, Palette palette, Box plot) {
        surface.line(x, plot.y(), x, plot.bottom(), Stroke.solid(palette.accent(), 1.2));
        for (Dot dot : dots) {
            surface.disc(dot.x(), dot.y(), RADIUS + 1.2, palette.background());
            surface.disc(dot.x(), dot.y(), RADIUS, dot.trace().colour().ink(palette));
        }
    }
}
