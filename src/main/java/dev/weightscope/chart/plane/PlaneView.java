package dev.weightscope.chart.plane;

import java.util.List;

/// Curves of one number over another.
///
/// @param curves from the back to the front
/// @param marks points that are named, in front
/// @param note why there is nothing, written in the middle, or why there is not all, written below
///   the diagonal; empty for none
/// @param description the picture in a sentence
public record PlaneView(
        PlaneAxis x,
        PlaneAxis y,
        List<PlaneCurve> curves,
        List<MapMark> marks,
        String note,
        String description) {
    public PlaneView {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    PlaneView withAxes(PlaneAxis otherX, PlaneAxis otherY) {
        return new PlaneView(otherX, otherY, curves, marks, note, description);
    }
}
