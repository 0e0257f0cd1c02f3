package dev.weightscope.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.verdict.Verdict.Finding;
import dev.weightscope.verdict.Verdict.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    /// A case: the last layer's figures, after a first layer of RMS 1 that tells samples apart.
    private record Case(
            Kind expected,
            ActivationFunction function,
            TensorStatistics weights,
            TensorStatistics last) {}

    private static final TensorStatistics SPREAD_WEIGHTS = tensor(0.05, 0.05, -0.2f, 0.2f, 0, 0, 0);
    private static final TensorStatistics EQUAL_WEIGHTS = tensor(0.01, 0, 0.01f, 0.01f, 0, 0, 0);

    private static final List<Case> CASES =
            List.of(
                    new Case(Kind.STEADY, ActivationFunction.TANH, SPREAD_WEIGHTS, rms(0.8, 0.8)),
                    new Case(Kind.STEADY, ActivationFunction.TANH, SPREAD_WEIGHTS, rms(0.51, 0.51)),
                    new Case(
                            Kind.SHRINKING,
                            ActivationFunction.SOFTSIGN,
                            SPREAD_WEIGHTS,
                            rms(0.49, 0.49)),
                    new Case(
                            Kind.SHRINKING,
                            ActivationFunction.SOFTSIGN,
                            SPREAD_WEIGHTS,
                            rms(0.0011, 0.0011)),
                    new Case(
                            Kind.VANISHING,
                            ActivationFunction.TANH,
                            SPREAD_WEIGHTS,
                            rms(0.0009, 0.0009)),
                    new Case(
                            Kind.VANISHING,
                            ActivationFunction.LINEAR,
                            SPREAD_WEIGHTS,
                            tensor(0, 0, 0, 0, 1, 0, 0)),
                    new Case(
                            Kind.GROWING, ActivationFunction.LINEAR, SPREAD_WEIGHTS, rms(2.1, 2.1)),
                    new Case(
                            Kind.EXPLODING,
                            ActivationFunction.LINEAR,
                            SPREAD_WEIGHTS,
                            rms(1001, 1001)),
                    new Case(
                            Kind.EXPLODING,
                            ActivationFunction.LINEAR,
                            SPREAD_WEIGHTS,
                            tensor(
                                    Double.POSITIVE_INFINITY,
                                    Double.POSITIVE_INFINITY,
                                    Float.NEGATIVE_INFINITY,
                                    1,
                                    0,
                                    0,
                                    3)),
                    new Case(
                            Kind.SATURATING,
                            ActivationFunction.TANH,
                            SPREAD_WEIGHTS,
                            tensor(0.97, 0.97, -1, 1, 0, 0.83, 0)),
                    new Case(
                            Kind.STEADY,
                            ActivationFunction.TANH,
                            SPREAD_WEIGHTS,
                            tensor(0.8, 0.8, -1, 1, 0, 0.24, 0)),
                    new Case(
                            Kind.ALIKE,
                            ActivationFunction.RELU,
                            SPREAD_WEIGHTS,
                            tensor(0.98, 0.29, 0, 4, 0.5, 0.3, 0)),
                    new Case(
                            Kind.DYING,
                            ActivationFunction.RELU,
                            SPREAD_WEIGHTS,
                            tensor(0.98, 0.8, 0, 4, 0.5, 0.3, 0)),
                    new Case(
                            Kind.DYING,
                            ActivationFunction.RELU,
                            SPREAD_WEIGHTS,
                            tensor(0, 0, 0, 0, 1, 1, 0)),
                    new Case(
                            Kind.CANNOT_LEARN,
                            ActivationFunction.TANH,
                            EQUAL_WEIGHTS,
                            rms(0.8, 0.8)));

    /// Draws of RMS 1 at the input and after the first layer, with these after the second.
    @Test
    void aSizeIsSteadyInTheMedianWhereThatOfAFewDrawsIsAndTheirRangeIsWide() {
        Object[][] table = {
            {List.of(0.8, 0.9, 1.0, 1.1, 1.5), "Steady"},
            {List.of(0.8, 0.7, 1.0, 1.1, 1.5), "Steady in the median"},
            {List.of(0.8, 0.7, 1.0, 1.5), "Steady"},
            {List.of(0.1, 0.2, 0.3, 0.8, 1.5), "Steady"},
            {List.of(0.8, 0.7, 1.0, 1.1, Double.NaN), "Steady in the median"},
            {List.of(0.9, 0.9, 1.0, 1.1, Double.POSITIVE_INFINITY), "Steady in the median"},
            {List.of(0.9, 1.0, Double.NaN, Double.NaN, Double.NaN), "Steady"},
        };
        int checked = 0;
        Snapshot snapshot = snapshot(CASES.getFirst());
        for (Object[] row : table) {
            List<List<Double>> drawn =
                    ((List<?>) row[0])
                            .stream().map(end -> List.of(1.0, 1.0, (Double) end)).toList();
            assertEquals(
                    row[1], Verdicts.of(snapshot, drawn).gravest().kind().label(), "" + row[0]);
            checked++;
        }
        assertEquals(7, checked);
        assertEquals(
                "The median of 5 draws keeps its size, ×1, but one draw may end anywhere from"
                        + " 0.7 to 1, with 2 of 5 not finite; this one ends at 0.8.",
                Verdicts.of(
                                snapshot,
                                List.of(
                                        List.of(1.0, 1.0, 0.8),
                                        List.of(1.0, 1.0, 0.7),
                                        List.of(1.0, 1.0, 1.0),
                                        List.of(1.0, 1.0, Double.POSITIVE_INFINITY),
                                        List.of(1.0, 1.0, Double.NaN)))
                        .gravest()
                        .text());
        assertEquals(
                "The median of 5 draws keeps its size, ×1, but one draw may end anywhere from"
                        + " 0.7 to 1.5; this one ends at 0.8.",
                Verdicts.of(
                                snapshot,
                                List.of(
                                        List.of(1.0, 1.0, 0.8),
                                        List.of(1.0, 1.0, 0.7),
                                        List.of(1.0, 1.0, 1.0),
                                        List.of(1.0, 1.0, 1.1),
                                        List.of(1.0, 1.0, 1.5)))
                        .gravest()
                        .text());
    }

    @Test
    void eachRuleSpeaksOnItsOwnSideOfItsBound() {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        for (Case each : CASES) {
            Finding verdict = Verdicts.of(snapshot(each)).gravest();
            assertEquals(each.expected(), verdict.kind(), () -> each + " says: " + verdict.text());
            seen.add(verdict.kind());
        }
        assertEquals(15, CASES.size());
        Set<Kind> elsewhere = EnumSet.range(Kind.SATURATED_EXPLODING, Kind.GRADIENT_VANISHING);
        elsewhere.add(Kind.FADING);
        elsewhere.add(Kind.STEADY_IN_THE_MEDIAN);
        assertEquals(
                EnumSet.complementOf(EnumSet.copyOf(elsewhere)),
                seen,
                "fading, draws and gradients have tests of their own");
    }

    @Test
    void theTextCarriesTheFiguresThatDecided() {
        assertEquals(
                "The RMS falls 1 → 0.25 from layer 1 to layer 2, ×0.25 a layer.",
                Verdicts.of(
                                snapshot(
                                        new Case(
                                                Kind.SHRINKING,
                                                ActivationFunction.TANH,
                                                SPREAD_WEIGHTS,
                                                rms(0.25, 0.25))))
                        .gravest()
                        .text());
        String saturated =
                Verdicts.of(
                                snapshot(
                                        new Case(
                                                Kind.SATURATING,
                                                ActivationFunction.TANH,
                                                SPREAD_WEIGHTS,
                                                tensor(0.97, 0.97, -1, 1, 0, 0.832, 0))))
                        .gravest()
                        .text();
        assertTrue(saturated.contains("83.2 %"), saturated);
    }

    @Test
    void theGrowthPerLayerIsThatOfTheLayersBeforeTheEnd() {
        TensorStatistics infinite =
                tensor(Double.POSITIVE_INFINITY, 1, 1, Float.POSITIVE_INFINITY, 0, 0, 32);
        TensorStatistics zero = tensor(0, 0, 0, 0, 1, 0, 0);
        assertEquals("×20", rmsPerLayer(rms(1, 1), rms(20, 20), rms(400, 400)));
        assertEquals("×20", rmsPerLayer(rms(1, 1), rms(20, 20), infinite));
        assertEquals("×0.25", rmsPerLayer(rms(1, 1), rms(0.25, 0.25), zero));
        assertEquals("–", rmsPerLayer(zero, zero, zero));
    }

    private static String rmsPerLayer(TensorStatistics... activations) {
        List<LayerStatistics> layers = new ArrayList<>();
        for (TensorStatistics each : activations) {
            layers.add(
                    new LayerStatistics(
                            layers.size() + 1,
                            4,
                            4,
                            LayerStatistics.forward(SPREAD_WEIGHTS, each, each),
                            0,
                            0));
        }
        Experiment experiment = Experiment.DEFAULT.withDepth(activations.length).withWidth(4);
        Snapshot snapshot = new Snapshot(experiment, 8, rms(1, 1), layers, Duration.ofMillis(1));
        return Verdicts.of(snapshot).figures().stream()
                .filter(figure -> figure.name().equals("RMS per layer"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void unitsThatBiasesTellApartAreNotCalledEqual() {
        Snapshot equal =
                snapshot(
                        new Case(
                                Kind.CANNOT_LEARN,
                                ActivationFunction.TANH,
                                EQUAL_WEIGHTS,
                                rms(0.8, 0)));
        assertEquals(Kind.CANNOT_LEARN, Verdicts.of(equal).gravest().kind());
        Bias drawn = new Bias(BiasKind.NORMAL, 0.1);
        Snapshot apart =
                new Snapshot(
                        equal.experiment().withBias(drawn),
                        equal.samples(),
                        equal.input(),
                        equal.layers(),
                        equal.elapsed());
        assertEquals(Kind.ALIKE, Verdicts.of(apart).gravest().kind());
    }

    @Test
    void aUnitThatIsOffForAFewSamplesIsNotCalledDead() {
        Snapshot many =
                snapshot(
                        new Case(
                                Kind.DYING,
                                ActivationFunction.RELU,
                                SPREAD_WEIGHTS,
                                tensor(0.98, 0.8, 0, 4, 0.5, 0.3, 0)));
        assertEquals(Kind.DYING, Verdicts.of(many).gravest().kind());
        Snapshot few =
                new Snapshot(many.experiment(), 9, many.input(), many.layers(), many.elapsed());
        assertEquals(Kind.STEADY, Verdicts.of(few).gravest().kind());
    }

    @Test
    void zerosOfOneUnitAreNoUnderflow() {
        TensorStatistics zero = tensor(0, 0, 0, 0, 1, 0, 0);
        Snapshot snapshot =
                new Snapshot(
                        Experiment.DEFAULT.withDepth(1).withWidth(1),
                        10,
                        rms(1, 1),
                        List.of(
                                new LayerStatistics(
                                        1, 1, 1, LayerStatistics.forward(zero, zero, zero), 0, 0)),
                        Duration.ofMillis(1));
        assertEquals(
                "From layer 1 on every value is exactly 0: its weights are.",
                Verdicts.of(snapshot).gravest().text());
    }

    private static Snapshot snapshot(Case each) {
        Experiment experiment =
                Experiment.DEFAULT
                        .withDepth(2)
                        .withWidth(4)
                        .withActivation(Activation.of(each.function()));
        List<LayerStatistics> layers = new ArrayList<>();
        layers.add(
                new LayerStatistics(
                        1,
                        4,
                        4,
                        LayerStatistics.forward(each.weights(), rms(1, 1), rms(1, 1)),
                        0,
                        0));
        // Pre-activations below zero where the units are dead, so that the zeros come from the
        // sign.
        boolean dead = each.function() == ActivationFunction.RELU && each.last().allZero();
        TensorStatistics pre = dead ? tensor(1, 1, -2, -0.1f, 0, 0, 0) : each.last();
        layers.add(
                new LayerStatistics(
                        2, 4, 4, LayerStatistics.forward(each.weights(), pre, each.last()), 0, 0));
        return new Snapshot(experiment, 10, rms(1, 1), layers, Duration.ofMillis(1));
    }

    private static TensorStatistics rms(double rms, double perUnitStd) {
        return tensor(rms, perUnitStd, (float) -rms, (float) rms, 0, 0, 0);
    }

    private static TensorStatistics tensor(
            double rms,
            double perUnitStd,
            float min,
            float max,
            double zeros,
            double saturated,
            long infinite) {
        Histogram histogram = new Histogram(-1, 1, new long[] {16, 16}, 0, 0, infinite);
        return new TensorStatistics(
                32, 0, rms, rms, perUnitStd, min, max, zeros, saturated, infinite, 0, histogram);
    }
}
