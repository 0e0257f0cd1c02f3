package dev.weightscope.chart.line;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A place that is looked at, in its place: a vertical line, and a dot on each curve that reaches
/// it.
///
/// @param line its pieces from the top to the bottom; names interrupt it
public record Cursor(double x, List<Piece> line, List<Dot> dots) {
    /// Of a dot.
    public static final double RADIUS = 3.2;

    /// Of the ground around a dot.
    public static final double RIM = 1.2;

    /// Of the line.
    public static final double WIDTH = 1.2;

    public Cursor {
        line = List.copyOf(line);
        dots = List.copyOf(dots);
    }

    /// A part of the line.
    public record Piece(double top, double bottom) {}

    /// A point of a curve.
    public record Dot(double x, double y, DataColour colour) {}

    /// @param stop as the axis counts
    /// @param names what the line must not be drawn through
    static Cursor at(int stop, Placement placement, List<Trace> traces, List<Box> names) {
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
        double x = placement.x(placement.stops().shareOf(stop));
        return new Cursor(x, pieces(x, placement.plot(), names), dots);
    }

    private static List<Piece> pieces(double x, Box plot, List<Box> names) {
        List<Box> crossed =
                names.stream()
                        .filter(name -> name.x() <= x && x <= name.right())
                        .sorted(Comparator.comparingDouble(Box::y))
                        .toList();
        List<Piece> pieces = new ArrayList<>();
        double top = plot.y();
        for (Box name : crossed) {
            if (name.y() > top) {
                pieces.add(new Piece(top, name.y()));
            }
            top = Math.max(top, name.bottom());
        }
        if (top < plot.bottom()) {
            pieces.add(new Piece(top, plot.bottom()));
        }
        return pieces;
    }

    void paint(Surface surface, Palette palette) {
        Stroke stroke = Stroke.solid(palette.accent(), WIDTH);
        line.forEach(piece -> surface.line(x, piece.top(), x, piece.bottom(), stroke));
        for (Dot dot : dots) {
            surface.disc(dot.x(), dot.y(), RADIUS + RIM, palette.background());
            surface.disc(dot.x(), dot.y(), RADIUS, dot.colour().ink(palette));
        }
    }
}
