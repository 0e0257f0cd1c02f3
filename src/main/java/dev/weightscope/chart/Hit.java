package dev.weightscope.chart;

import java.util.List;

/// What lies under a point of a picture.
///
/// @param stop the place on the chart's axis that is meant, as the axis counts: a layer from 1, 0
///   for the input; a step of a training run
/// @param focus the part of the picture that is meant
/// @param lines what there is to say about it, the heading first
/// @param dots the points of curves that the lines tell of
public record Hit(int stop, Box focus, List<String> lines, List<Dot> dots) {
    public Hit {
        lines = List.copyOf(lines);
        dots = List.copyOf(dots);
    }

    /// A part of a picture that has no curves.
    public static Hit of(int stop, Box focus, List<String> lines) {
        return new Hit(stop, focus, lines, List.of());
    }

    /// A point of a curve.
    public record Dot(double x, double y, DataColour colour) {
        /// @param setting index of [Palette#curve]
        public Dot(double x, double y, int setting) {
            this(x, y, new DataColour.OfSetting(setting));
        }
    }
}
