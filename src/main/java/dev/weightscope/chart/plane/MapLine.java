package dev.weightscope.chart.plane;

import java.util.List;

/// A line on a map, through points in their order.
///
/// @param name along it; empty for none
public record MapLine(String name, List<Point> points, Kind kind) {
    /// How it is drawn.
    public enum Kind {
        SOLID,
        DASHED
    }

    public record Point(double x, double y) {}

    public MapLine {
        points = List.copyOf(points);
    }

    /// Whether all of it is at one y.
    boolean isLevel() {
        return !points.isEmpty()
                && points.stream().allMatch(point -> point.y() == points.getFirst().y());
    }
}
