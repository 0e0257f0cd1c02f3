package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    private static final Experiment DEFAULT = Experiment.DEFAULT;
    private static final DataTable TABLE =
            new DataTable("iris.csv", 2, 3, new float[] {1, 2, 3, 4, 5, 6});

    private record Refused(String message, Supplier<Object> attempt) {}

    private static final List<Refused> REFUSALS =
            List.of(
                    new Refused("samples 0 is outside 1..100000", () -> DEFAULT.withSamples(0)),
                    new Refused(
                            "samples 100001 is outside 1..100000",
                            () -> DEFAULT.withSamples(100_001)),
                    new Refused("gain -1 is outside 0..1000000", () -> DEFAULT.withGain(-1)),
                    new Refused(
                            "gain NaN is outside 0..1000000", () -> DEFAULT.withGain(Double.NaN)),
                    new Refused(
                            "input-scale Infinity is outside 0..1000000",
                            () -> DEFAULT.withInputScale(Double.POSITIVE_INFINITY)),
                    new Refused(
                            "bias-scale -0.1 is outside 0..1000000",
                            () -> new Bias(BiasKind.NORMAL, -0.1)),
                    new Refused(
                            "slope 1.5 is outside 0..1",
                            () -> new Activation(ActivationFunction.LEAKY_RELU, 1.5)),
                    new Refused("bins 1 is outside 2..1000", () -> Binning.DEFAULT.withBins(1)),
                    new Refused(
                            "bins 1001 is outside 2..1000", () -> Binning.DEFAULT.withBins(1001)),
                    new Refused(
                            "range 1,1 is empty: the first number must be smaller than the second,"
                                    + " both finite",
                            () -> new BinRange.Fixed(1, 1)),
                    new Refused(
                            "range -1e308,1e308 is wider than all of float32, whose ends are"
                                    + " -3.4e38,3.4e38",
                            () -> new BinRange.Fixed(-1e308, 1e308)),
                    new Refused(
                            "sparsity 1.1 is outside 0..1",
                            () ->
                                    StandardInitializer.of(InitializerScheme.SPARSE)
                                            .with(InitializerParameter.SPARSITY, 1.1)),
                    new Refused(
                            "cut 0 is outside 0.01..10",
                            () ->
                                    StandardInitializer.of(InitializerScheme.TRUNCATED_NORMAL)
                                            .with(InitializerParameter.CUT, 0)),
                    new Refused(
                            "widths begin with 4, but the input iris.csv has 3 columns; begin them"
                                    + " with 3",
                            () ->
                                    DEFAULT.withInput(new Input.Table(TABLE))
                                            .withWidths(LayerWidths.Listed.parse("4,5"))),
                    new Refused(
                            "empty.csv has no numbers: it needs at least one row and one numeric"
                                    + " column",
                            () -> new DataTable("empty.csv", 0, 3, new float[0])),
                    new Refused(
                            "activation \"rleu\" is unknown; there are: linear, tanh, sigmoid,"
                                    + " relu, leaky-relu, elu, selu, gelu, silu, softplus,"
                                    + " softsign, mish, hardtanh, erf",
                            () -> Keyed.find("activation", ActivationFunction.values(), "rleu")));

    @Test
    void whatNoExperimentCanHaveIsRefusedWithTheValueAndTheBound() {
        int checked = 0;
        for (Refused refusal : REFUSALS) {
            assertEquals(
                    refusal.message(),
                    assertThrows(Refusal.class, refusal.attempt()::get).getMessage());
            checked++;
        }
        assertEquals(16, checked);
    }

    @Test
    void theBoundsThemselvesAreAllowed() {
        assertEquals(100_000, DEFAULT.withSamples(100_000).samples());
        assertEquals(0, DEFAULT.withGain(0).gain());
        assertEquals(1e6, DEFAULT.withGain(1e6).gain());
        assertEquals(1000, DEFAULT.withDepth(1000).depth());
        assertEquals(16384, DEFAULT.withWidth(16384).fanOut(10));
    }

    @Test
    void aTableDecidesTheInputWidthAndBoundsTheSamples() {
        Experiment experiment = DEFAULT.withInput(new Input.Table(TABLE));
        assertEquals(3, experiment.inputWidth());
        assertEquals(500, experiment.fanIn(2));
        assertEquals(2, experiment.effectiveSamples());
        assertEquals(1, experiment.withSamples(1).effectiveSamples());
        assertEquals(500, DEFAULT.inputWidth());
        assertEquals(784, DEFAULT.withWidths(LayerWidths.Listed.parse("784,10")).inputWidth());
    }

    @Test
    void theGainIsInTheWeightsLawAndNotInTheBiasLaw() {
        Experiment experiment =
                DEFAULT.withInitializer(StandardInitializer.of(InitializerScheme.PYTORCH_LINEAR))
                        .withGain(3);
        double limit = 1 / Math.sqrt(500);
        assertEquals(new Law.Uniform(3 * limit), experiment.weightLaw(1));
        assertEquals(new Law.Uniform(limit), experiment.biasLaw(1));
        assertEquals(
                new Law.Constant(0),
                experiment.withBias(Bias.DEFAULT.withKind(BiasKind.ZERO)).biasLaw(1));
    }

    @Test
    void experimentsOnTheSameNumbersAreEqual() {
        DataTable copy = new DataTable("iris.csv", 2, 3, new float[] {1, 2, 3, 4, 5, 6});
        DataTable other = new DataTable("iris.csv", 2, 3, new float[] {1, 2, 3, 4, 5, 7});
        Experiment experiment = DEFAULT.withInput(new Input.Table(TABLE));
        assertEquals(experiment, DEFAULT.withInput(new Input.Table(copy)));
        assertEquals(experiment.hashCode(), DEFAULT.withInput(new Input.Table(copy)).hashCode());
        assertNotEquals(experiment, DEFAULT.withInput(new Input.Table(other)));
        assertNotEquals(experiment, DEFAULT);
    }

    @Test
    void theCaptionStatesTheExperiment() {
        assertEquals(
                "Tanh · Xavier uniform, gain 1 · 10 layers of 500 · 1000 standard normal samples"
                        + " · seed 42",
                DEFAULT.caption());
        assertEquals(
                "Tanh · Xavier uniform, gain 1.414 · 784–100–10 · bias constant 0.1 · 1000 uniform"
                        + " samples × 0.5 · seed 42",
                DEFAULT.withGain(Math.sqrt(2))
                        .withWidths(LayerWidths.Listed.parse("784,100,10"))
                        .withBias(Bias.DEFAULT.withKind(BiasKind.CONSTANT))
                        .withInput(new Input.Uniform())
                        .withInputScale(0.5)
                        .caption());
        assertEquals(
                "Tanh · Xavier uniform, gain 1 · 1 layer of 500 · 1 sample of iris.csv · seed 42",
                DEFAULT.withDepth(1).withSamples(1).withInput(new Input.Table(TABLE)).caption());
    }
}
