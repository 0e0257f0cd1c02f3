package dev.weightscope.chart.plane;

import dev.weightscope.chart.DataColour;
import java.util.List;

/// A curve in a plane, through points in their order.
///
/// @param name at its right end; empty for none
/// @param points those without a place on the axes interrupt it
public record PlaneCurve(String name, List<MapLine.Point> points, DataColour colour, Kind kind) {
    /// How it is drawn.
    public enum Kind {
        /// What is shown.
        MAIN,
        /// What stands beside it.
        THIN,
        /// Dashed, with all below it shaded.
        BOUND,
        /// A level or an upright that others are held against.
        GUIDE,
        /// Dotted.
        DOTTED
    }

    public PlaneCurve {
        points = List.copyOf(points);
    }
}
