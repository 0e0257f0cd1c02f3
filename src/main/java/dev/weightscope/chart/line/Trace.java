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
        return switch (direction) {
            case FORWARD -> points.getLast();
            case BACKWARD -> points.getFirst();
        };
    }

    boolean has(Kind kind) {
        return points.stream().anyMatch(point -> point.kind() == kind);
    }

    /// Whether the curve runs through a box.
    boolean crosses(Box box) {
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
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
        List<Point> marks = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            boolean isFirst = i == 0 || points.get(i - 1).kind() != point.kind();
            if (point.kind() != Kind.POSITIVE
                    && (isFirst
                            || marks.isEmpty()
                            || point.x() - marks.getLast().x() >= EDGE_MARK_SPACING)) {
                marks.add(point);
            }
        }
        return marks;
    }

    void paint(Surface surface, Palette palette) {
        Ink ink = palette.curve(series.colour());
        double width =
                switch (series.role()) {
                    case LIVE -> points.size() > THIN_FROM ? 1.6 : 2.5;
                    case PINNED -> points.size() > THIN_FROM ? 1.1 : 1.5;
                };
        double[] xs = new double[points.size()];
        double[] ys = new double[points.size()];
        int count = 0;
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (point.kind() == Kind.POSITIVE) {
                xs[count] = point.x();
                ys[count++] = point.y();
            } else {
                surface.polyline(xs, ys, count, Stroke.solid(ink, width));
                if (count > 0) {
                    toEdge(surface, points.get(i - 1), point, ink);
                }
                count = 0;
            }
        }
        surface.polyline(xs, ys, count, Stroke.solid(ink, width));
        markers(surface, ink, width);
        edgeMarks().forEach(mark -> EdgeMark.paint(surface, mark, ink));
    }

    private static void toEdge(Surface surface, Point from, Point to, Ink ink) {
        surface.line(from.x(), from.y(), to.x(), to.y(), Stroke.dashed(ink.withOpacity(0.7), 1));
    }

    private void markers(Surface surface, Ink ink, double width) {
        if (points.size() > MOST_MARKERS + 1) {
            return;
        }
        points.stream()
                .filter(point -> point.kind() == Kind.POSITIVE)
                .forEach(point -> surface.disc(point.x(), point.y(), width * 1.35, ink));
    }
}
