package dev.weightscope.chart.line;

import dev.weightscope.chart.Series;
import java.util.List;
import java.util.function.Predicate;

/// The rows above and below a chart for values that its axis cannot hold, one for each series that
/// has such values, so that marks never cover each other. The live series' rows, nearest to the
/// plot, are always there: the plot stays where it is when a slider makes the first value overflow.
record EdgeRows(List<Series<Curve>> notFinite, List<Series<Curve>> zero) {
    static EdgeRows of(LineView view) {
        return new EdgeRows(
                having(view, kind -> kind == Trace.Kind.INFINITE || kind == Trace.Kind.NAN),
                having(view, kind -> kind == Trace.Kind.ZERO));
    }

    private static List<Series<Curve>> having(LineView view, Predicate<Trace.Kind> wanted) {
        return view.series().stream()
                .filter(series -> series.role() == Series.Role.PINNED)
                .filter(series ->
                        series.values().measured().stream().map(Trace.Kind::of).anyMatch(wanted))
                .toList();
    }

    int top() {
        return notFinite.size() + 1;
    }

    int bottom() {
        return zero.size() + 1;
    }

    /// Counted from the plot outwards.
    int notFiniteRow(Series<Curve> series) {
        return notFinite.indexOf(series) + 1;
    }

    /// Counted from the plot outwards.
    int zeroRow(Series<Curve> series) {
        return zero.indexOf(series) + 1;
    }
}
