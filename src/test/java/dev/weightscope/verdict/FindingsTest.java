package dev.weightscope.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.engine.Engine;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.verdict.Verdict.Finding;
import dev.weightscope.verdict.Verdict.KeyFigure;
import dev.weightscope.verdict.Verdict.Kind;
import dev.weightscope.verdict.Verdict.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// What is found in real runs, side by side.
class FindingsTest {
    private record Case(String experiment, List<Kind> kinds) {}

    private static final List<Case> CASES =
            List.of(
                    new Case("", List.of(Kind.FADING)),
                    new Case("--width 200 --samples 100 --depth 60", List.of(Kind.FADING)),
                    new Case("--activation erf --gain 0.8862 --width 200", List.of(Kind.FADING)),
                    new Case("--gain 0.8 --width 200", List.of(Kind.SHRINKING)),
                    new Case("--depth 4 --width 200", List.of(Kind.STEADY)),
                    new Case("--activation softsign --width 200", List.of(Kind.SHRINKING)),
                    new Case(
                            "--activation relu --initializer he-normal --depth 300 --width 200"
                                    + " --samples 32 --seed 2",
                            List.of(Kind.SHRINKING, Kind.ALIKE)),
                    new Case(
                            "--initializer constant --value 0.5 --width 64",
                            List.of(Kind.CANNOT_LEARN, Kind.SATURATING)),
                    new Case(
                            "--activation relu --initializer xavier-normal --gain 3 --depth 30"
                                    + " --width 64",
                            List.of(Kind.EXPLODING, Kind.ALIKE)),
                    new Case(
                            "--initializer uniform --limit 1 --width 200",
                            List.of(Kind.SATURATING)),
                    new Case(
                            "--activation relu --initializer zeros",
                            List.of(Kind.CANNOT_LEARN, Kind.VANISHING)));

    @Test
    void whatIsFoundStandsSideBySideTheGravestFirst() {
        int checked = 0;
        for (Case each : CASES) {
            List<Finding> findings = run(each.experiment).findings();
            assertEquals(
                    each.kinds,
                    findings.stream().map(Finding::kind).toList(),
                    () -> each.experiment + ": " + findings);
            for (Finding finding : findings) {
                assertFalse(finding.brief().isEmpty());
                assertTrue(finding.brief().length() < 40, finding.brief());
            }
            checked++;
        }
        assertEquals(11, checked);
    }

    @Test
    void theTextbooksGoodChoiceIsNoWarning() {
        Finding first = run("").gravest();
        assertEquals(Severity.NOTE, first.kind().severity());
        assertEquals(
                "A good start: the RMS goes 0.628 → 0.227 like 1/√(2·layer), as tanh does with"
                        + " weights of this size. Each layer shrinks it less than the one before.",
                first.text());
    }

    @Test
    void theCriticalDecayIsThatOfTheTaylorSeries() {
        Map<ActivationFunction, Double> rates = new EnumMap<>(ActivationFunction.class);
        for (ActivationFunction function : ActivationFunction.values()) {
            OptionalDouble rate = CriticalDecay.rate(Activation.of(function));
            if (rate.isPresent()) {
                rates.put(function, Math.rint(rate.getAsDouble() * 1000) / 1000);
            }
        }
        assertEquals(Map.of(ActivationFunction.TANH, 2.0, ActivationFunction.ERF, 2.0), rates);
    }

    @Test
    void everyKeyFigureIsExplained() {
        List<KeyFigure> figures = run("--activation relu --format float16 --width 20").figures();
        assertEquals(11, figures.size());
        for (KeyFigure figure : figures) {
            assertTrue(figure.help().length() > 40, figure.name());
            assertTrue(figure.help().endsWith("."), figure.name());
        }
    }

    @Test
    void theWeightVarianceOfUnlikeLayersIsARange() {
        KeyFigure figure =
                run("--initializer xavier-uniform --widths 784,100,100,10 --samples 20")
                        .figures()
                        .stream()
                        .filter(each -> each.name().startsWith("σ_w²"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("1 – 1.82", figure.value());
    }

    private static Verdict run(String experiment) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return Verdicts.of(
                    new Engine(kernel).run(ExperimentText.parse(experiment), Cancellation.NEVER));
        }
    }
}
