package dev.weightscope.chart.plane;

import dev.weightscope.chart.DataColour;
import java.util.List;

/// A point of a map that has a name.
///
/// @param lines what is told of it, the heading first
public record MapMark(
        double x, double y, String name, Shape shape, DataColour colour, List<String> lines) {
    /// What it looks like.
    public enum Shape {
        DOT,
        DIAMOND,
        /// A ring, of a point that is one of the map's own.
        RING,
        /// What is meant by all of the map, with hairs around it.
        TARGET
    }

    public MapMark {
        lines = List.copyOf(lines);
    }
}
