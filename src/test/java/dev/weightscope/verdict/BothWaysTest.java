package dev.weightscope.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.engine.Engine;
import dev.weightscope.engine.Passes;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.verdict.Verdict.Finding;
import dev.weightscope.verdict.Verdict.KeyFigure;
import dev.weightscope.verdict.Verdict.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One line that has both ways in it.
class BothWaysTest {
    private static final Finding STEADY = new Finding(Kind.STEADY, "RMS 1 → 0.9", "");
    private static final Finding BACK = new Finding(Kind.GRADIENT_SHRINKING, "×0.8 a layer", "");
    private static final Finding BOTH =
            new Finding(Kind.SATURATED_EXPLODING, "92 % saturated, gradient ×3", "");

    @Test
    void theOtherWayFollowsTheGravestFinding() {
        record Case(List<Finding> findings, String gradient, String line) {}
        List<Case> cases =
                List.of(
                        new Case(List.of(STEADY), "×1.02", "RMS 1 → 0.9 · gradient ×1.02 a layer"),
                        new Case(List.of(STEADY), "–", "RMS 1 → 0.9"),
                        new Case(List.of(STEADY), "", "RMS 1 → 0.9"),
                        new Case(
                                List.of(STEADY, BACK),
                                "×0.8",
                                "RMS 1 → 0.9 · gradient ×0.8 a layer"),
                        new Case(
                                List.of(BACK, STEADY),
                                "×0.8",
                                "gradient ×0.8 a layer · RMS 1 → 0.9"),
                        new Case(List.of(BACK), "×0.8", "gradient ×0.8 a layer · RMS 0.9 → 0.8"),
                        new Case(List.of(BOTH, STEADY), "×3", "92 % saturated, gradient ×3"));
        for (Case each : cases) {
            List<KeyFigure> figures =
                    each.gradient.isEmpty()
                            ? List.of(new KeyFigure("RMS", "0.9 → 0.8", ""))
                            : List.of(
                                    new KeyFigure("RMS", "0.9 → 0.8", ""),
                                    new KeyFigure("Gradient per layer", each.gradient, ""));
            assertEquals(each.line, new Verdict(each.findings, figures).line(), each.toString());
        }
        assertEquals(7, cases.size());
    }

    @Test
    void theExercisesLineSaysWhatBecomesOfSignalAndGradient() {
        try (Kernel kernel = Kernels.automatic(2)) {
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
