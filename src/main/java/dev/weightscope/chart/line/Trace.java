package dev.weightscope.chart.line;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.model.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A curve in its place.
///
/// @param points one for each value
record Trace(Series<Curve> series, List<Point> points) {
    private static final int MOST_MARKERS = 30;
    private static final int THIN_FROM = 300;
    private static final double EDGE_MARK_SPACING = 9;

    Trace {
        points = List.copyOf(points);
    }

    /// What a value is on a logarithmic axis.
    enum Kind {
        /// On the axis.
        POSITIVE,
        /// At the lower edge.
        ZERO,
        /// At the upper edge.
        INFINITE,
        /// At the upper edge.
        NAN;

        static Kind of(double value) {
            if (Double.isNaN(value)) {
                return NAN;
            }
            if (Double.isInfinite(value)) {
                return INFINITE;
            }
            return value > 0 ? POSITIVE : ZERO;
        }
    }

    /// A value and where it is drawn.
    record Point(double value, Kind kind, double x, double y) {}

    /// Where the curve arrives.
    Point end(Direction direction) {
        return points.get(endIndex(direction));
    }

    /// The index of the place where it arrives.
    int endIndex(Direction direction) {
        return series.values().end(direction);
    }

    private List<Point> joined() {
        return at(series.values().joined());
    }

    private List<Point> at(List<Integer> places) {
        return places.stream().map(points::get).toList();
    }

    boolean has(Kind kind) {
        return points.stream().anyMatch(point -> point.kind() == kind);
    }

    /// Whether the curve runs through a box.
    boolean crosses(Box box) {
        return crosses(joined(), box) || crosses(at(series.values().apart()), box);
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
        return Stream.of(joined(), at(series.values().apart()))
                .flatMap(line -> edgeMarks(line).stream())
                .toList();
    }

    private static List<Point> edgeMarks(List<Point> line) {
        List<Point> marks = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Point point = line.get(i);
            boolean isFirst = i == 0 || line.get(i - 1).kind() != point.kind();
            if (point.kind() != Kind.POSITIVE
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

    void paint(Surface surface, Palette palette) {
        Ink ink = palette.curve(series.colour());
        double width = width(series);
        List<Point> apart = at(series.values().apart());
        Ink faint = ink.withOpacity(0.7);
        line(surface, apart, Stroke.dotted(faint, Math.min(width, 1.5)), faint);
        markers(surface, apart, faint, width * 0.7);
        List<Point> joined = joined();
        line(surface, joined, Stroke.solid(ink, width), ink);
        markers(surface, joined, ink, width);
        edgeMarks().forEach(mark -> EdgeMark.paint(surface, mark, ink));
    }

    private static void line(Surface surface, List<Point> line, Stroke stroke, Ink ink) {
        double[] xs = new double[line.size()];
        double[] ys = new double[line.size()];
        int count = 0;
        for (int i = 0; i < line.size(); i++) {
            Point point = line.get(i);
            if (point.kind() == Kind.POSITIVE) {
                xs[count] = point.x();
                ys[count++] = point.y();
            } else {
                surface.polyline(xs, ys, count, stroke);
                if (count > 0) {
                    toEdge(surface, line.get(i - 1), point, ink);
                }
                count = 0;
            }
        }
        surface.polyline(xs, ys, count, stroke);
    }

    private static void toEdge(Surface surface, Point from, Point to, Ink ink) {
        surface.line(from.x(), from.y(), to.x(), to.y(), Stroke.dashed(ink.withOpacity(0.7), 1));
    }

    private void markers(Surface surface, List<Point> line, Ink ink, double width) {
        if (points.size() > MOST_MARKERS + 1) {
            return;
        }
        line.stream()
                .filter(point -> point.kind() == Kind.POSITIVE)
                .forEach(point -> surface.disc(point.x(), point.y(), width * 1.35, ink));
    }
}
