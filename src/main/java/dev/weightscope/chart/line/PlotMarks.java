package dev.weightscope.chart.line;

import java.util.List;

/// What is marked in a plot beside curves and events.
///
/// @param cursors the place that is looked at, if there is one
record PlotMarks(List<GuideMark> guides, List<RingMark> rings, List<Cursor> cursors) {
    PlotMarks {
        guides = List.copyOf(guides);
        rings = List.copyOf(rings);
        cursors = List.copyOf(cursors);
    }
}
