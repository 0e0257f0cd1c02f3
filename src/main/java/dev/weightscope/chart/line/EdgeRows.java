package dev.weightscope.chart.line;

import dev.weightscope.chart.Curve;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The rows above and below a depth chart for values that its axis cannot hold, one for each curve
/// that has such values, so that marks never cover each other.
record EdgeRows(List<Curve> notFinite, List<Curve> zero) {
    static EdgeRows of(DepthView view) {
        return new EdgeRows(
                having(view, kind -> kind == Trace.Kind.INFINITE || kind == Trace.Kind.NAN),
                having(view, kind -> kind == Trace.Kind.ZERO));
    }

    private static List<Curve> having(DepthView view, Predicate<Trace.Kind> wanted) {
        return view.curves().stream()
                .filter(curve ->
                        IntStream.rangeClosed(0, curve.snapshot().experiment().depth())
                                .mapToObj(layer -> Trace.Kind.of(view.value(curve, layer)))
                                .anyMatch(wanted))
                .toList();
    }

    int top() {
        return notFinite.size();
    }

    int bottom() {
        return zero.size();
    }

    /// Counted from the plot outwards.
    int notFiniteRow(Curve curve) {
        return notFinite.indexOf(curve);
    }

    /// Counted from the plot outwards.
    int zeroRow(Curve curve) {
        return zero.indexOf(curve);
    }
}
