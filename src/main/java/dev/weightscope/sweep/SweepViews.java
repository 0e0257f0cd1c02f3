package dev.weightscope.sweep;

import dev.weightscope.lab.View;
import java.util.List;

/// The pictures of a sweep.
final class SweepViews {
    private static final View<SweepAnswer> CURVES =
            new View<>("curves", "Curves", SweepCurves::chart);

    static final List<View<SweepAnswer>> ALL = List.of(CURVES);

    private SweepViews() {}

    /// Those that show something of an answer.
    static List<View<SweepAnswer>> of(SweepAnswer answer) {
        return answer.done() == 0 ? List.of() : ALL;
    }
}
