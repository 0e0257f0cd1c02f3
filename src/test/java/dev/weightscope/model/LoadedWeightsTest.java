package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LoadedWeightsTest {
    private static final LoadedTensor FIRST =
            new LoadedTensor("w1", 2, 3, new float[] {1, -2, 3, -4, 5, -6});
    private static final LoadedTensor BIAS = new LoadedTensor("b1", 1, 3, new float[] {7, 8, 9});
    private static final LoadedTensor SECOND = new LoadedTensor("w2", 3, 1, new float[] {1, 0, 1});

    private static final LoadedWeights STACK =
            new LoadedWeights(
                    "some/where/net.npz",
                    List.of(
                            new LoadedLayer(Layout.IN_OUT, FIRST, Optional.of(BIAS)),
                            new LoadedLayer(Layout.OUT_IN, SECOND, Optional.empty())));
    private static final Experiment EXPERIMENT = Experiment.DEFAULT.withInitializer(STACK);

    @Test
    void theLayersBringTheirWidthsLawsAndBiasesAlong() {
        assertEquals(new LayerWidths.Listed(List.of(2, 3, 1)), EXPERIMENT.widths());
        assertEquals(new Law.Loaded(FIRST, 1.5), EXPERIMENT.withGain(1.5).weightLaw(1));
        assertEquals(new Law.Loaded(BIAS, 1), EXPERIMENT.withGain(1.5).biasLaw(1));
        assertEquals(new Law.Constant(0), EXPERIMENT.biasLaw(2));
        assertEquals(
                new Law.Constant(0),
                EXPERIMENT.withBias(Bias.DEFAULT.withKind(BiasKind.ZERO)).biasLaw(1));
        assertEquals("net.npz", EXPERIMENT.label());
        assertEquals("w1:in-out,w2:out-in", STACK.tensors().text());
    }

    @Test
    void theVarianceIsThatOfTheNumbersAndTheGainIsPartOfIt() {
        double mean = -0.5;
        double variance = 0;
        for (float value : FIRST.values()) {
            variance += (value - mean) * (value - mean) / 6;
        }
        Initializer.Explanation told = EXPERIMENT.withGain(2).explanation(1);
        assertEquals(4 * variance, told.variance(), 1e-12);
        assertEquals(8 * variance, told.effectiveVariance(), 1e-12);
        assertEquals(6, FIRST.largestMagnitude());
        LoadedTensor odd = new LoadedTensor("odd", 1, 2, new float[] {Float.NaN, 1});
        assertEquals(Double.NaN, odd.variance());
        assertEquals(Double.NaN, odd.largestMagnitude());
    }

    @Test
    void equalNumbersAreEqualAndOneBitMakesThemOthers() {
        LoadedTensor same = new LoadedTensor("w2", 3, 1, new float[] {1, 0, 1});
        assertEquals(SECOND, same);
        assertEquals(SECOND.hash(), same.hash());
        assertNotEquals(SECOND, new LoadedTensor("w2", 3, 1, new float[] {1, -0f, 1}));
        assertNotEquals(SECOND, new LoadedTensor("w2", 1, 3, new float[] {1, 0, 1}));
        assertTrue(new Law.Loaded(SECOND, 0).isZero(3, 1));
        assertEquals(STACK, STACK.withSource("net.npz").withSource(STACK.source()));
        assertEquals(STACK.hash(), STACK.withSource("net.npz").hash());
    }

    @Test
    void whatDoesNotFitIsRefusedInOneSentence() {
        DataTable table = new DataTable("data.csv", 1, 5, new float[5]);
        record Case(String sentence, Supplier<Object> made) {}
        List<Case> cases =
                List.of(
                        new Case(
                                "depth and widths follow from net.npz, whose are 2,3,1; choose an"
                                        + " initializer to draw weights of other widths",
                                () -> EXPERIMENT.withDepth(4)),
                        new Case(
                                "depth and widths follow from net.npz, whose are 2,3,1; choose an"
                                        + " initializer to draw weights of other widths",
                                () -> EXPERIMENT.withWidth(7)),
                        new Case(
                                "net.npz takes 2 values, but the input data.csv has 5 columns",
                                () -> EXPERIMENT.withTable(table)),
                        new Case(
                                "w1 of net.npz takes 2 values and gives 3, but layer 1 has to take"
                                        + " 5 and give 3",
                                () ->
                                        STACK.weights(
                                                LayerPlace.plain(1, 5, 3),
                                                EXPERIMENT.activation())),
                        new Case(
                                "net.npz has 2 layers, but there are 3",
                                () ->
                                        STACK.weights(
                                                LayerPlace.plain(3, 1, 1),
                                                EXPERIMENT.activation())),
                        new Case(
                                "w2 gives 1 values, but w1 behind it takes 2",
                                () ->
                                        new LoadedWeights(
                                                "x",
                                                List.of(
                                                        STACK.layers().get(1),
                                                        STACK.layers().get(0)))),
                        new Case("x gives no layer", () -> new LoadedWeights("x", List.of())));
        for (Case each : cases) {
            assertEquals(
                    each.sentence(),
                    assertThrows(Refusal.class, () -> each.made().get()).getMessage());
        }
        assertEquals(7, cases.size());
    }

    @Test
    void weightsOfTheSameWidthsCanBeDrawnInTheirPlace() {
        Experiment drawn = EXPERIMENT.withInitializer(Experiment.DEFAULT.initializer());
        assertEquals(EXPERIMENT.widths(), drawn.widths());
        assertEquals(2, drawn.withDepth(2).withWidth(9).depth());
    }
}
