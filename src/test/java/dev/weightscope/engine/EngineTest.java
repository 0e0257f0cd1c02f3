package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.BinRange;
import dev.weightscope.model.Binning;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Input;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.model.TensorStatistics;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final Kernel KERNEL = Kernels.scalar(2);
    private static final Engine ENGINE = new Engine(KERNEL);
    private static final Experiment SMALL =
            Experiment.DEFAULT.withSamples(50).withWidth(40).withDepth(10);

    @AfterAll
    static void close() {
        KERNEL.close();
    }

    @Test
    void theSameExperimentHasTheSameAnswerWhateverCameBefore() {
        Snapshot first = run(SMALL);
        run(SMALL.withDepth(3).withWidth(70).withSeed(1));
        assertSameNumbers(first, run(SMALL));
        try (Kernel oneThread = Kernels.scalar(1)) {
            assertSameNumbers(first, new Engine(oneThread).run(SMALL, Cancellation.NEVER));
        }
        assertNotEquals(first.layers(), run(SMALL.withSeed(43)).layers());
    }

    @Test
    void networksOfAnotherDepthShareTheirFirstLayers() {
        List<LayerStatistics> deep = run(SMALL.withDepth(20)).layers();
        assertEquals(run(SMALL).layers(), deep.subList(0, 10));
    }

    @Test
    void gainStretchesTheSameDraws() {
        int checked = 0;
        for (InitializerScheme scheme : InitializerScheme.values()) {
            Experiment experiment = SMALL.withInitializer(StandardInitializer.of(scheme));
            // Weights that are fitted to their input follow the gain of the layers before.
            int layer = scheme == InitializerScheme.LSUV ? 1 : 2;
            TensorStatistics once = run(experiment).layer(layer).weights();
            TensorStatistics twice = run(experiment.withGain(2)).layer(layer).weights();
            assertEquals(2 * once.min(), twice.min(), scheme.key());
            assertEquals(2 * once.max(), twice.max(), scheme.key());
            assertEquals(2 * once.std(), twice.std(), scheme.key());
            checked++;
        }
        assertEquals(InitializerScheme.values().length, checked);
    }

    @Test
    void theActivationLeavesTheWeightsAlone() {
        Snapshot tanh = run(SMALL);
        Snapshot sigmoid = run(SMALL.withActivation(Activation.of(ActivationFunction.SIGMOID)));
        assertEquals(tanh.last().weights(), sigmoid.last().weights());
        assertNotEquals(tanh.last().activation(), sigmoid.last().activation());
    }

    @Test
    void biasesAreAddedToThePreActivation() {
        Experiment zeros =
                SMALL.withInitializer(StandardInitializer.of(InitializerScheme.ZEROS))
                        .withBias(new Bias(BiasKind.CONSTANT, 0.25));
        TensorStatistics constant = run(zeros).layer(1).preActivation();
        assertEquals(0.25, constant.mean());
        assertEquals(0, constant.std());

        TensorStatistics uniform =
                run(zeros.withBias(new Bias(BiasKind.UNIFORM, 0.25))).layer(1).preActivation();
        assertTrue(uniform.std() > 0.1 && uniform.maxMagnitude() <= 0.25f);
        assertEquals(0, uniform.perUnitStd(), "all samples look alike");
    }

    @Test
    void theInputIsWhatTheExperimentSays() {
        Experiment wide = SMALL.withWidth(400).withSamples(500).withDepth(1);
        assertEquals(1, run(wide).input().std(), 0.01);
        assertEquals(3, run(wide.withInputScale(3)).input().std(), 0.03);
        TensorStatistics uniform = run(wide.withInput(new Input.Uniform())).input();
        assertEquals(Math.sqrt(1 / 3.0), uniform.std(), 0.005);
        assertTrue(uniform.maxMagnitude() < 1);

        DataTable table = new DataTable("t.csv", 3, 2, new float[] {1, 2, 3, 4, 5, 6});
        Snapshot ofTable =
                run(SMALL.withInput(new Input.Table(table)).withSamples(2).withInputScale(10));
        assertEquals(2, ofTable.samples());
        assertEquals(25, ofTable.input().mean());
        assertEquals(40, ofTable.input().max());
        assertEquals(2, ofTable.layer(1).fanIn());
    }

    @Test
    void overflowIsAResultAndIsCounted() {
        Snapshot exploding = run(chain(1, 1).withDepth(40));
        int overflow = exploding.firstOverflowLayer().orElseThrow();
        assertTrue(overflow == 28 || overflow == 29, "layer " + overflow);
        assertEquals(OptionalInt.of(14), exploding.firstSquareOverflowLayer());
        for (LayerStatistics layer : exploding.layers()) {
            TensorStatistics values = layer.activation();
            assertEquals(512, values.histogram().total());
            assertEquals(
                    values.infiniteCount() + values.nanCount(), values.histogram().notFinite());
        }
        assertEquals(512, exploding.layer(40).activation().nanCount());
        assertTrue(Double.isNaN(exploding.layer(40).activation().mean()));
        TensorStatistics first = exploding.layer(overflow).activation();
        assertTrue(first.infiniteCount() > 0, first.toString());
        assertEquals(0, first.nanCount());
        assertEquals(Double.POSITIVE_INFINITY, first.std());
    }

    @Test
    void underflowEndsInLayersThatAreExactlyZero() {
        Snapshot vanishing = run(chain(0.01, 0.01).withDepth(70));
        int zero = vanishing.firstAllZeroLayer().orElseThrow();
        assertTrue(zero == 66 || zero == 67, "layer " + zero);
        assertEquals(OptionalInt.empty(), vanishing.firstOverflowLayer());
        assertEquals(0, vanishing.last().activation().std());
        assertEquals(1, vanishing.last().activation().zeroShare());
    }

    @Test
    void boundedActivationsShareTheirNaturalAxis() {
        for (LayerStatistics layer : run(SMALL).layers()) {
            assertAxis(-1, 1, layer.activation().histogram());
            TensorStatistics preActivation = layer.preActivation();
            assertAxis(preActivation.min(), preActivation.max(), preActivation.histogram());
        }
        Snapshot own = run(SMALL.withBinning(new Binning(7, new BinRange.Own())));
        TensorStatistics last = own.last().activation();
        assertAxis(last.min(), last.max(), last.histogram());
        assertEquals(7, last.histogram().bins());

        Snapshot fixed = run(SMALL.withBinning(new Binning(4, new BinRange.Fixed(-0.1, 0.2))));
        for (Quantity quantity : Quantity.of(Direction.FORWARD)) {
            Histogram histogram = fixed.last().of(quantity).histogram();
            assertAxis(-0.1, 0.2, histogram);
            assertEquals(fixed.last().of(quantity).count(), histogram.total());
        }
        assertTrue(fixed.layer(1).activation().histogram().below() > 0);
        assertTrue(fixed.layer(1).activation().histogram().above() > 0);
    }

    @Test
    void oneValueAloneIsInTheMiddleOfItsAxis() {
        Experiment experiment =
                SMALL.withBinning(new Binning(5, new BinRange.Natural()))
                        .withInitializer(StandardInitializer.of(InitializerScheme.CONSTANT));
        Histogram constant = run(experiment).layer(1).weights().histogram();
        assertAxis(0.01f * 0.5, 0.01f * 1.5, constant);
        assertEquals(1600, constant.count(2));

        Histogram zero = run(experiment.withGain(0)).layer(1).weights().histogram();
        assertAxis(-0.5, 0.5, zero);
        assertEquals(1600, zero.count(2));
    }

    @Test
    void deadUnitsAreTheSaturatedOnesOfTheReluFamily() {
        Experiment relu = SMALL.withActivation(Activation.of(ActivationFunction.RELU));
        Experiment dead = relu.withInitializer(StandardInitializer.of(InitializerScheme.ZEROS));
        assertEquals(1, run(dead).layer(1).activation().saturatedShare());
        TensorStatistics alive = run(relu).layer(1).activation();
        assertEquals(0, alive.saturatedShare());
        assertTrue(alive.zeroShare() > 0.4 && alive.zeroShare() < 0.6);
        assertEquals(0, run(relu).layer(1).preActivation().saturatedShare());
    }

    @Test
    void theTimeOfWhoeverTakesAPreviewIsNoPartOfTheAnswers() {
        Experiment experiment = SMALL.withWidth(300).withDepth(2).withSamples(1000);
        Engine impatient =
                new Engine(
                        KERNEL,
                        new MemoryBudget(1L << 30, 1L << 20),
                        new SpeedEstimate(Duration.ZERO));
        long[] taken = new long[1];
        long begun = System.nanoTime();
        Snapshot whole =
                impatient.run(
                        experiment,
                        Passes.FORWARD,
                        Cancellation.NEVER,
                        _ -> {},
                        _ -> {
                            long given = System.nanoTime();
                            while (System.nanoTime() - given < 100_000_000) {
                                Thread.onSpinWait();
                            }
                            taken[0] = System.nanoTime() - given;
                        });
        long all = System.nanoTime() - begun;
        assertTrue(taken[0] > 0);
        assertTrue(whole.elapsed().toNanos() <= all - taken[0], whole.elapsed().toString());
    }

    @Test
    void aCancelledRunEndsAtTheNextLookAndLeavesTheEngineReady() {
        AtomicInteger looks = new AtomicInteger();
        Cancellation afterSome = () -> looks.incrementAndGet() > 100;
        assertThrows(CancelledException.class, () -> ENGINE.run(SMALL, afterSome));
        Snapshot after = run(SMALL);
        assertSameNumbers(new Engine(KERNEL).run(SMALL, Cancellation.NEVER), after);
        assertFalse(after.layers().isEmpty());
    }

    /// A linear chain of 512 units on one sample, as in the classic lesson.
    private static Experiment chain(double std, double inputScale) {
        return SMALL.withSamples(1)
                .withWidth(512)
                .withInputScale(inputScale)
                .withActivation(Activation.of(ActivationFunction.LINEAR))
                .withInitializer(
                        StandardInitializer.of(InitializerScheme.NORMAL)
                                .with(InitializerParameter.STD, std));
    }

    private static Snapshot run(Experiment experiment) {
        return ENGINE.run(experiment, Cancellation.NEVER);
    }

    private static void assertSameNumbers(Snapshot expected, Snapshot actual) {
        assertEquals(expected.input(), actual.input());
        assertEquals(expected.layers(), actual.layers());
    }

    private static void assertAxis(double low, double high, Histogram histogram) {
        assertEquals(low, histogram.low());
        assertEquals(high, histogram.high());
    }
}
