package dev.weightscope.chart.line;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import java.util.List;

/// A place that is looked at, in its place: a vertical line, and a dot on each curve that reaches
/// it.
public record Cursor(double x, List<Dot> dots) {
    /// Of a dot.
    public static final double RADIUS = 3.2;

    /// Of the ground around a dot.
    public static final double RIM = 1.2;

    /// Of the line.
    public static final double WIDTH = 1.2;

    public Cursor {
        dots = List.copyOf(dots);
    }

    /// A point of a curve.
    public record Dot(double x, double y, DataColour colour) {}

    /// @param stop as the axis counts
    static Cursor at(int stop, Placement placement, List<Trace> traces) {
        int index = placement.stops().nearest(placement.stops().shareOf(stop));
        List<Dot> dots =
                traces.stream()
                        .filter(trace -> trace.series().values().knows(index))
                        .filter(trace -> placement.holds(trace.points().get(index).value()))
                        .map(trace -> {
                            Trace.Point point = trace.points().get(index);
                            return new Dot(point.x(), placement.y(point.value()), trace.colour());
                        })
                        .toList();
        return new Cursor(placement.x(placement.stops().shareOf(stop)), dots);
    }

    void paint(Surface surface, Palette palette, Box plot) {
        surface.line(x, plot.y(), x, plot.bottom(), Stroke.solid(palette.accent(), WIDTH));
        for (Dot dot : dots) {
            surface.disc(dot.x(), dot.y(), RADIUS + RIM, palette.background());
            surface.disc(dot.x(), dot.y(), RADIUS, dot.colour().ink(palette));
        }
    }
}
