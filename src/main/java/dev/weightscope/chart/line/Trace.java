package dev.weightscope.chart.line;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.model.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A curve in its place.
///
/// @param points one for each value
/// @param joined those that are joined to the curve
/// @param apart the others, which are joined to a line of their own
record Trace(
        Series<Curve> series,
        DataColour colour,
        List<Point> points,
        List<Point> joined,
        List<Point> apart) {
    private static final int MOST_MARKERS = 30;
    private static final int THIN_FROM = 400;
    private static final double EDGE_MARK_SPACING = 9;

    Trace {
        points = List.copyOf(points);
        joined = List.copyOf(joined);
        apart = List.copyOf(apart);
    }

    /// Many ask which points are joined, so that it is found out once.
    Trace(Series<Curve> series, DataColour colour, List<Point> points) {
        this(
                series,
                colour,
                points,
                at(points, series.values().joined()),
                at(points, series.values().apart()));
    }

    private static List<Point> at(List<Point> points, List<Integer> places) {
        return places.size() == points.size() ? points : places.stream().map(points::get).toList();
    }

    /// What a value is on an axis.
    enum Kind {
        /// On the axis, or on its continuation beyond a frame.
        ON_AXIS,
        /// The end of a curve, above the frame: at the upper edge, with its value.
        ABOVE_FRAME,
        /// The end of a curve, below the frame: at the lower edge, with its value.
        BELOW_FRAME,
        /// At the lower edge: on a logarithmic axis 0, on another one what is infinite below 0.
        ZERO,
        /// At the upper edge.
        INFINITE,
        /// At the upper edge.
        NAN;

        static Kind of(double value, ValueScale scale) {
            if (Double.isNaN(value)) {
                return NAN;
            }
            if (value == Double.POSITIVE_INFINITY) {
                return INFINITE;
            }
            return scale.holds(value) ? ON_AXIS : ZERO;
        }
    }

    /// A value and where it is drawn.
    ///
    /// @param axisY where it lies on the axis, beyond a frame too; NaN where it has no place there
    record Point(double value, Kind kind, double x, double y, double axisY) {
        boolean isOnAxis() {
            return !Double.isNaN(axisY);
        }
    }

    /// Where the curve arrives.
    Point end(Direction direction) {
        return points.get(endIndex(direction));
    }

    /// The index of the place where it arrives.
    int endIndex(Direction direction) {
        return series.values().end(direction);
    }

    /// Whether the curve runs through a box.
    boolean crosses(Box box) {
        return crosses(joined, box) || crosses(apart, box);
    }

    /// Whether the line of theory runs through a box.
    boolean theoryCrosses(Box box, Placement placement) {
        List<Double> theory = series.values().theory();
        return !theory.isEmpty()
                && crosses(
                        series.values().joined().stream()
                                .filter(index -> placement.scale().holds(theory.get(index)))
                                .map(index -> onAxis(theory.get(index), index, placement))
                                .toList(),
                        box);
    }

    private static Point onAxis(double value, int index, Placement placement) {
        double y = placement.y(value);
        return new Point(value, Kind.ON_AXIS, placement.x(index), y, y);
    }

    private static boolean crosses(List<Point> line, Box box) {
        for (int i = 1; i < line.size(); i++) {
            Point from = line.get(i - 1);
            Point to = line.get(i);
            if (to.x() < box.x() || from.x() > box.right()) {
                continue;
            }
            double slope = (to.y() - from.y()) / (to.x() - from.x());
            double first = from.y() + slope * (Math.max(from.x(), box.x()) - from.x());
            double last = from.y() + slope * (Math.min(to.x(), box.right()) - from.x());
            if (Math.max(first, last) >= box.y() && Math.min(first, last) <= box.bottom()) {
                return true;
            }
        }
        return false;
    }

    /// The marks at the edges: the first of each run, and then as many as do not touch.
    List<Point> edgeMarks() {
        return Stream.of(joined, apart).flatMap(line -> edgeMarks(line).stream()).toList();
    }

    private static List<Point> edgeMarks(List<Point> line) {
        List<Point> marks = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Point point = line.get(i);
            boolean isFirst = i == 0 || line.get(i - 1).kind() != point.kind();
            if (point.kind() != Kind.ON_AXIS
                    && (isFirst
                            || marks.isEmpty()
                            || point.x() - marks.getLast().x() >= EDGE_MARK_SPACING)) {
                marks.add(point);
            }
        }
        return marks;
    }

    /// How wide its line is.
    static double width(Series<Curve> series) {
        boolean isDeep = series.values().size() > THIN_FROM;
        return switch (series.role()) {
            case LIVE -> isDeep ? 1.6 : 2.5;
            case PINNED -> isDeep ? 1.1 : 1.5;
        };
    }

    void paint(Surface surface, Palette palette, Box plot) {
        Ink ink = colour.ink(palette);
        double width = width(series);
        Ink faint = ink.withOpacity(0.7);
        line(surface, apart, plot, Stroke.dotted(faint, Math.min(width, 1.5)));
        markers(surface, apart, plot, faint, width * 0.7);
        line(surface, joined, plot, new Stroke(ink, width, series.values().pattern()));
        markers(surface, joined, plot, ink, width);
        edgeMarks().forEach(mark -> EdgeMark.paint(surface, mark, ink));
    }

    private static void line(Surface surface, List<Point> line, Box plot, Stroke stroke) {
        if (line.size() > 1) {
            Polyline.paint(surface, line, plot, stroke);
        }
        for (int i = 1; i < line.size(); i++) {
            Point from = line.get(i - 1);
            Point to = line.get(i);
            boolean leaves =
                    switch (to.kind()) {
                        case ON_AXIS, ABOVE_FRAME, BELOW_FRAME -> false;
                        case ZERO, INFINITE, NAN -> from.kind() == Kind.ON_AXIS;
                    };
            if (leaves && from.y() >= plot.y() && from.y() <= plot.bottom()) {
                toEdge(surface, from, to, stroke.ink());
            }
        }
    }

    private static void toEdge(Surface surface, Point from, Point to, Ink ink) {
        surface.line(from.x(), from.y(), to.x(), to.y(), Stroke.dashed(ink.withOpacity(0.7), 1));
    }

    private void markers(Surface surface, List<Point> line, Box plot, Ink ink, double width) {
        if (points.size() > MOST_MARKERS + 1) {
            return;
        }
        line.stream()
                .filter(point -> point.kind() == Kind.ON_AXIS)
                .filter(point -> point.y() >= plot.y() && point.y() <= plot.bottom())
                .forEach(point -> surface.disc(point.x(), point.y(), width * 1.35, ink));
    }
}
