package dev.weightscope.ui.spectrum;

import dev.weightscope.model.Amounts;
import dev.weightscope.model.Experiment;
import dev.weightscope.spectrum.SpectrumAnswer;
import java.time.Duration;
import java.util.List;

/// What was computed, in words for the status line.
public final class SpectrumWork {
    private SpectrumWork() {}

    /// `50 decompositions of up to 256 × 256 in 1.9 s, in float64`: of which settings and depths is
    /// seen in the charts, and all of it fits into the line of the smallest window.
    ///
    /// @param answers at least one
    public static String text(List<SpectrumAnswer> answers) {
        int widest =
                answers.stream().mapToInt(each -> widest(each.experiment())).max().orElseThrow();
        int decompositions = answers.stream().mapToInt(SpectrumAnswer::decompositions).sum();
        Duration elapsed =
                answers.stream().map(SpectrumAnswer::elapsed).reduce(Duration.ZERO, Duration::plus);
        return "%s of up to %d × %d in %s, in float64"
                .formatted(
                        Amounts.counted(decompositions, "decomposition"),
                        widest,
                        widest,
                        Amounts.time(elapsed));
    }

    private static int widest(Experiment experiment) {
        return Math.max(experiment.inputWidth(), experiment.widths().width());
    }
}
