package dev.weightscope.chart.line;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Range;
import java.util.List;
import java.util.function.DoublePredicate;

/// The rows above and below a chart for values that its axis cannot hold, one for each series that
/// has such values, so that marks never cover each other. The live series' rows, nearest to the
/// plot, are always there: the plot stays where it is when a slider makes the first value overflow.
record EdgeRows(List<Series<Curve>> above, List<Series<Curve>> below) {
    static EdgeRows of(LineView view, Range range) {
        return new EdgeRows(
                having(
                        view,
                        value -> Double.isNaN(value) || value == Double.POSITIVE_INFINITY,
                        end -> end > range.high()),
                having(
                        view,
                        value ->
                                value < Double.POSITIVE_INFINITY
                                        && !view.values().scale().holds(value),
                        end -> end < range.low()));
    }

    private static List<Series<Curve>> having(
            LineView view, DoublePredicate anywhere, DoublePredicate atEnd) {
        return view.series().stream()
                .filter(series -> series.role() == Series.Role.PINNED)
                .filter(series ->
                        series.values().known().anyMatch(anywhere)
                                || (view.values().frame().isPresent()
                                        && atEnd.test(view.end(series.values()))))
                .toList();
    }

    int top() {
        return above.size() + 1;
    }

    int bottom() {
        return below.size() + 1;
    }

    /// Counted from the plot outwards.
    int rowAbove(Series<Curve> series) {
        return above.indexOf(series) + 1;
    }

    /// Counted from the plot outwards.
    int rowBelow(Series<Curve> series) {
        return below.indexOf(series) + 1;
    }
}
