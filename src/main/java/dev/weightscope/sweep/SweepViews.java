package dev.weightscope.sweep;

import dev.weightscope.lab.View;
import java.util.List;

/// The pictures of a sweep.
final class SweepViews {
    static final View<SweepAnswer> CURVES = new View<>("curves", "Curves", SweepCurves::chart);

    static final View<SweepAnswer> MAP =
            new View<>(SweepLab.MAP, "Map", View.Subject.FIRST, SweepMap::chart);

    private SweepViews() {}

    /// Those that show something of an answer.
    static List<View<SweepAnswer>> of(SweepAnswer answer) {
        if (!answer.hasCurve()) {
            return List.of();
        }
        return answer.plan().rows().size() > 1 && answer.plan().columns().size() > 1
                ? List.of(CURVES, MAP)
                : List.of(CURVES);
    }
}
