package dev.weightscope.chart.histogram;

import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.TensorStatistics;
import java.util.List;

/// One axis for panels of which some may be out of all proportion to the others.
///
/// @param leavesOut whether some panels' values lie outside
record ComparableRange(Range range, boolean leavesOut) {
    /// How many times wider the widest panel may be than the narrowest.
    private static final double TOO_DIFFERENT = 1000;

    /// Panels so many times wider or narrower than the median count as comparable.
    private static final double COMPARABLE = 100;

    /// @param all the range that holds everything, taken where the panels go together
    static ComparableRange of(List<TensorStatistics> panels, Range all) {
        List<Range> ranges =
                panels.stream()
                        .filter(panel -> Content.of(panel) == Content.VALUES)
                        .map(panel -> Range.of(panel.histogram()))
                        .toList();
        List<Double> spans = ranges.stream().map(Range::span).sorted().toList();
        if (spans.isEmpty() || spans.getLast() <= TOO_DIFFERENT * spans.getFirst()) {
            return new ComparableRange(all, false);
        }
        double median = spans.get((spans.size() - 1) / 2);
        return Range.union(
                        ranges.stream()
                                .filter(range -> range.span() <= COMPARABLE * median)
                                .filter(range -> range.span() * COMPARABLE >= median))
                .map(range -> new ComparableRange(range, !range.union(all).equals(range)))
                .orElse(new ComparableRange(all, false));
    }
}
