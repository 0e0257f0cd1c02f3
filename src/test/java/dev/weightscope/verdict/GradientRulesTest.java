package dev.weightscope.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.engine.Engine;
import dev.weightscope.engine.Passes;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Trend;
import dev.weightscope.verdict.Verdict.Finding;
import dev.weightscope.verdict.Verdict.KeyFigure;
import dev.weightscope.verdict.Verdict.Kind;
import dev.weightscope.verdict.Verdict.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is said of gradients in real runs, beside what is said of the signal.
class GradientRulesTest {
    private static final String SMALL = " --width 100 --samples 100";

    private record Case(String experiment, List<Kind> kinds) {}

    private static final List<Case> CASES =
            List.of(
                    new Case("", List.of(Kind.FADING, Kind.GRADIENT_FADING)),
                    new Case("--initializer uniform --limit 1", List.of(Kind.SATURATED_EXPLODING)),
                    new Case(
                            "--initializer normal --std 0.01",
                            List.of(Kind.VANISHING, Kind.GRADIENT_VANISHING)),
                    new Case(
                            "--activation selu --initializer lecun-normal --depth 40",
                            List.of(Kind.GRADIENT_GROWING)),
                    new Case(
                            "--activation linear --gain 3 --depth 12",
                            List.of(Kind.EXPLODING, Kind.GRADIENT_EXPLODING)),
                    new Case(
                            "--activation linear --gain 0.7 --depth 10",
                            List.of(Kind.SHRINKING, Kind.GRADIENT_SHRINKING)),
                    new Case(
                            "--activation relu --initializer he-normal --depth 4 --seed 3",
                            List.of(Kind.STEADY)),
                    new Case(
                            "--activation relu --initializer he-normal --norm batch --depth 12",
                            List.of(Kind.BATCH_NORM_EXPLODING)),
                    new Case(
                            "--activation relu --initializer he-normal --gain 10 --depth 100",
                            List.of(Kind.EXPLODING, Kind.GRADIENT_NAN)),
                    new Case(
                            "--activation linear --gain 10 --depth 100",
                            List.of(Kind.EXPLODING, Kind.GRADIENT_EXPLODING)),
                    new Case(
                            "--activation relu --initializer fixup --skip two --depth 6",
                            List.of(Kind.STEADY)),
                    new Case(
                            "--initializer normal --std 0.01 --skip two --depth 7",
                            List.of(Kind.STEADY)),
                    new Case(
                            "--activation gelu --initializer normal --std 0.02 --norm layer"
                                    + " --skip two --depth 24",
                            List.of(Kind.STEADY)),
                    new Case("--norm batch", List.of(Kind.BATCH_NORM_EXPLODING)));

    @Test
    void whatIsSaidOfTheGradientRestsOnWhatWasMeasured() {
        Set<Kind> said = EnumSet.noneOf(Kind.class);
        for (Case each : CASES) {
            List<Finding> findings = Verdicts.of(run(each.experiment + SMALL)).findings();
            List<Kind> kinds = findings.stream().map(Finding::kind).toList();
            assertEquals(each.kinds, kinds, () -> each.experiment + ": " + findings);
            for (Finding finding : findings) {
                assertTrue(finding.brief().length() < 40, finding.brief());
            }
            said.addAll(kinds);
        }
        Set<Kind> ofGradients =
                EnumSet.range(Kind.SATURATED_EXPLODING, Kind.GRADIENT_VANISHING).stream()
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        assertTrue(said.containsAll(ofGradients), () -> said.toString());
    }

    @Test
    void saturationDoesNotMakeTheGradientVanishWhereWeightsAreLarge() {
        Finding gravest = Verdicts.of(run("--initializer uniform --limit 1" + SMALL)).gravest();
        assertTrue(
                gravest.text()
                        .matches(
                                "Up to 7\\d\\.?\\d? % saturated, and still the gradient explodes:"
                                        + " its RMS goes .* from layer 10 to layer 1,"
                                        + " ×1\\.\\d+ a layer\\. σ_w² = 33.3 outweighs the"
                                        + " small slopes\\."),
                gravest.text());
    }

    @Test
    void theVarianceOfWeightsThatAreFittedToTheInputIsMeasured() {
        Snapshot fitted = run("--initializer lsuv --gain 8" + SMALL);
        double std = fitted.layer(fitted.experiment().explainedLayer()).weights().std();
        String variance = Evidence.number(100 * std * std);
        Finding gravest = Verdicts.of(fitted).gravest();
        assertEquals(Kind.SATURATED_EXPLODING, gravest.kind());
        assertTrue(gravest.text().contains(" σ_w² = " + variance + " outweighs"), gravest.text());
        for (KeyFigure figure : Verdicts.of(fitted).figures()) {
            assertFalse(figure.value().contains("NaN"), figure.toString());
        }
    }

    @Test
    void whatANormalizationOverOneValueTakesAwayDidNotUnderflow() {
        for (String experiment :
                List.of(
                        "--norm batch --samples 1 --width 20",
                        "--norm layer --widths 20,20,1 --samples 20")) {
            String text = Verdicts.of(run(experiment)).gravest().text();
            assertTrue(
                    text.endsWith(
                            " every value is exactly 0: its normalization takes the mean away, of a"
                                    + " single value."),
                    text);
        }
    }

    /// A layer of a normalized plain network multiplies the RMS by √(E φ′² / E φ²), 1.085 of tanh
    /// (all but the first, which is normalized by the input's size).
    @Test
    void theFactorOfANormalizedNetworkIsThatOfTheLayersThatAreAlike() {
        Snapshot snapshot = run("--norm layer --depth 7 --width 300 --samples 100");
        Trend trend = Verdicts.gradientTrend(snapshot).orElseThrow();
        assertEquals(List.of(7, 6, 5, 4, 3, 2), trend.layers());
        assertEquals(1.0853, trend.perLayer(), 0.01);
        assertEquals(1.0853, Math.sqrt(1.17781), 1e-4);
        assertEquals(
                Math.pow(
                        snapshot.layer(2).of(Quantity.PRE_ACTIVATION_GRADIENT).rms()
                                / snapshot.layer(7).of(Quantity.PRE_ACTIVATION_GRADIENT).rms(),
                        1 / 5.0),
                trend.perLayer(),
                1e-12);
    }

    @Test
    void whatAPlainLastLayerMakesOfTheStreamIsSaidApart() {
        String text =
                Verdicts.of(run("--initializer normal --std 0.01 --skip two --depth 7" + SMALL))
                        .gravest()
                        .text();
        assertTrue(
                text.matches(
                        "The RMS stays within a factor of two from layer 2 to layer 6: .*"
                                + " Layer 7, which is plain, makes it 0\\.09\\d*\\."),
                text);
    }

    /// The first layer of each branch gets no gradient through the second, which is 0; the second
    /// does.
    @Test
    void aGradientThatEndsInsideOfABranchIsNoEndOfTheWayBack() {
        Snapshot snapshot =
                run("--activation relu --initializer fixup --skip two --depth 6" + SMALL);
        for (int layer : List.of(1, 3, 5)) {
            assertTrue(snapshot.layer(layer).of(Quantity.PRE_ACTIVATION_GRADIENT).allZero());
            assertTrue(snapshot.layer(layer + 1).of(Quantity.WEIGHT_GRADIENT).rms() > 5);
        }
        KeyFigure figure =
                Verdicts.of(snapshot).figures().stream()
                        .filter(each -> each.name().equals("Gradient per layer"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("×1", figure.value());
        assertTrue(
                figure.help()
                        .endsWith(
                                ", from layer 6 to layer 2. Compared is the stream: what is inside"
                                        + " of a branch has a size of its own."),
                figure.help());
    }

    /// Each of its units adds to a value of its own, so that each gets a gradient of its own.
    @Test
    void aBranchThatBeginsAtZeroCanLearn() {
        int checked = 0;
        for (String initializer : List.of("fixup", "delta-zero")) {
            for (String skip : List.of("one", "two")) {
                Snapshot snapshot =
                        run(
                                "--initializer %s --skip %s --depth 11%s"
                                        .formatted(initializer, skip, SMALL));
                int branch = snapshot.layers().size() - 1;
                assertTrue(snapshot.layer(branch).weights().allZero());
                assertTrue(snapshot.layer(branch).of(Quantity.WEIGHT_GRADIENT).std() > 0);
                for (Finding finding : Verdicts.of(snapshot).findings()) {
                    assertNotEquals(Kind.CANNOT_LEARN, finding.kind(), finding.text());
                }
                checked++;
            }
        }
        assertEquals(4, checked);
    }

    @Test
    void aGradientThatIsZeroOrOverflowsIsSaidWithItsLayer() {
        assertEquals(
                List.of("0 from layer 10"),
                briefs("--activation relu --initializer constant --value -1" + SMALL));
        assertEquals(
                List.of("∞ at layer 3"),
                briefs(
                        "--initializer normal --std 1e5 --depth 10 --activation hardtanh"
                                + " --input-scale 0"
                                + SMALL));
    }

    private static List<String> briefs(String experiment) {
        return Verdicts.of(run(experiment)).findings().stream()
                .filter(finding -> finding.kind().label().startsWith("Gradient"))
                .map(Finding::brief)
                .toList();
    }

    @Test
    void theTextbooksGoodChoiceIsNoWarningOnItsWayBackEither() {
        for (Finding finding : Verdicts.of(run("")).findings()) {
            assertEquals(Severity.NOTE, finding.kind().severity(), finding.text());
        }
    }

    @Test
    void numbersInWordsHaveTheMinusSignOfTheCharts() {
        Verdict verdict = Verdicts.of(run("--initializer normal --std 0.001" + SMALL));
        List<String> texts =
                Stream.concat(
                                verdict.findings().stream().map(Finding::text),
                                verdict.figures().stream().map(KeyFigure::value))
                        .filter(text -> text.matches(".*\\de.\\d.*"))
                        .toList();
        assertTrue(texts.size() >= 5, texts::toString);
        for (String text : texts) {
            assertFalse(text.matches(".*e-\\d.*"), text);
        }
    }

    @Test
    void theFiguresOfTheGradientAreThoseOfItsLayers() {
        List<KeyFigure> figures = Verdicts.of(run("")).figures();
        assertEquals(
                List.of(
                        "Gradient, last → first = 0.95 → 0.266",
                        "Gradient per layer = ×0.868",
                        "Gradient not finite = none"),
                figures.stream()
                        .filter(figure -> figure.name().startsWith("Gradient"))
                        .map(figure -> figure.name() + " = " + figure.value())
                        .toList());
    }

    private static Snapshot run(String experiment) {
        try (Kernel kernel = Kernels.choose(Kernels.Choice.AUTO, 1)) {
            return new Engine(kernel)
                    .run(
                            ExperimentText.parse(experiment),
                            Passes.THERE_AND_BACK,
                            Cancellation.NEVER);
        }
    }
}
