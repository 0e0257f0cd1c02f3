package dev.weightscope.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.engine.Engine;
import dev.weightscope.engine.Passes;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Trend;
import dev.weightscope.verdict.Verdict.Finding;
import dev.weightscope.verdict.Verdict.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One line that has both ways in it.
class BothWaysTest {
    private static final Finding STEADY = new Finding(Kind.STEADY, "RMS 1 → 0.9", "");
    private static final Finding BACK = new Finding(Kind.GRADIENT_SHRINKING, "×0.8 a layer", "");
    private static final Finding BOTH =
            new Finding(Kind.SATURATED_EXPLODING, "92 % saturated, gradient ×3", "");

    @Test
    void theOtherWayFollowsTheGravestFinding() {
        record Case(List<Finding> findings, Optional<Trend> gradient, String line) {}
        Trend signal = new Trend(List.of(1, 2), List.of(0.9, 0.8));
        Optional<Trend> gradient = Optional.of(new Trend(List.of(2, 1), List.of(1.0, 1.02)));
        Optional<Trend> ofOneLayer = Optional.of(new Trend(List.of(1), List.of(1.0)));
        List<Case> cases =
                List.of(
                        new Case(List.of(STEADY), gradient, "RMS 1 → 0.9 · gradient ×1.02 a layer"),
                        new Case(List.of(STEADY), ofOneLayer, "RMS 1 → 0.9"),
                        new Case(List.of(STEADY), Optional.empty(), "RMS 1 → 0.9"),
                        new Case(
                                List.of(STEADY, BACK),
                                gradient,
                                "RMS 1 → 0.9 · gradient ×0.8 a layer"),
                        new Case(
                                List.of(BACK, STEADY),
                                gradient,
                                "gradient ×0.8 a layer · RMS 1 → 0.9"),
                        new Case(List.of(BACK), gradient, "gradient ×0.8 a layer · RMS 0.9 → 0.8"),
                        new Case(List.of(BOTH, STEADY), gradient, "92 % saturated, gradient ×3"));
        for (Case each : cases) {
            assertEquals(
                    each.line,
                    BothWays.text(each.findings, signal, each.gradient),
                    each.toString());
        }
        assertEquals(7, cases.size());
    }

    @Test
    void theExercisesLineSaysWhatBecomesOfSignalAndGradient() {
        try (Kernel kernel = Kernels.choose(Kernels.Choice.AUTO, 1)) {
            assertEquals(
                    "RMS 0.628 → 0.227, like 1/√layer · gradient ×0.868 a layer",
                    Verdicts.of(
                                    new Engine(kernel)
                                            .run(
                                                    ExperimentText.parse(""),
                                                    Passes.THERE_AND_BACK,
                                                    Cancellation.NEVER))
                            .line());
        }
    }
}
