package dev.weightscope.chart.line;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.PlacedText;
import java.util.List;
import java.util.stream.Stream;

/// What is marked in a plot beside curves and events.
///
/// @param cursors the place that is looked at, if there is one
record PlotMarks(List<GuideMark> guides, List<RingMark> rings, List<Cursor> cursors) {
    PlotMarks {
        guides = List.copyOf(guides);
        rings = List.copyOf(rings);
        cursors = List.copyOf(cursors);
    }

    /// Where names of guides and rings stand.
    static List<Box> names(List<GuideMark> guides, List<RingMark> rings) {
        return Stream.concat(
                        guides.stream().flatMap(guide -> guide.ground().stream()),
                        rings.stream().flatMap(ring -> ring.label().stream()).map(PlacedText::box))
                .toList();
    }

    List<Box> names() {
        return names(guides, rings);
    }
}
