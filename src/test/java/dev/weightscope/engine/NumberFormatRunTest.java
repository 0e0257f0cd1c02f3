package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.network.Batch;
import dev.weightscope.network.ForwardPass;
import dev.weightscope.network.LayerQuestion;
import dev.weightscope.network.PassQuestion;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a format does to a network: weights, input and activations are values of the format, sums
/// are float32's, and the signal ends where the format does.
class NumberFormatRunTest {
    private static final Experiment SMALL =
            Experiment.DEFAULT
                    .withDepth(3)
                    .withWidth(37)
                    .withSamples(50)
                    .withBias(new Bias(BiasKind.NORMAL, 0.1));

    /// 16 linear layers, each of which multiplies the RMS by 10.
    private static final Experiment CHAIN =
            Experiment.DEFAULT
                    .withActivation(Activation.of(ActivationFunction.LINEAR))
                    .withInitializer(StandardInitializer.of(InitializerScheme.LECUN_NORMAL))
                    .withDepth(16)
                    .withWidth(64)
                    .withSamples(100)
                    .withGain(10);

    private final Kernel kernel = Kernels.scalar(1);

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void weightsInputAndActivationsAreValuesOfTheFormatAndSumsAreNot() {
        for (NumberFormat format : NumberFormat.values()) {
            PassQuestion question =
                    SurveyQuestion.of(SMALL.withFormat(format), Passes.FORWARD).pass();
            ForwardPass pass = new ForwardPass(kernel);
            Batch batch = new Batch();
            pass.prepare(question, 0, Cancellation.NEVER);
            pass.begin(question.input(), question.largestSignal(), batch, Cancellation.NEVER);
            assertEquals(values(batch.signal()), held(format, batch.signal()));
            for (LayerQuestion layer : question.layers()) {
                pass.advance(layer, batch, null, null, Cancellation.NEVER);
                assertEquals(
                        values(pass.weights().multiplied(Cancellation.NEVER)),
                        held(format, pass.weights().multiplied(Cancellation.NEVER)));
                assertEquals(values(batch.signal()), held(format, batch.signal()));
                assertEquals(
                        format == NumberFormat.FLOAT32,
                        values(batch.preActivation()) == held(format, batch.preActivation()));
            }
        }
    }

    @Test
    void aSignalOverflowsWhereItsFormatEnds() {
        Snapshot float32 = run(CHAIN);
        assertEquals(OptionalInt.empty(), float32.firstOverflowLayer());
        int expected =
                float32.layers().stream()
                        .filter(layer ->
                                layer.activation().maxMagnitude()
                                        >= NumberFormat.FLOAT16.overflowsFrom())
                        .mapToInt(LayerStatistics::layer)
                        .findFirst()
                        .orElseThrow();
        Snapshot float16 = run(CHAIN.withFormat(NumberFormat.FLOAT16));
        assertEquals(OptionalInt.of(expected), float16.firstOverflowLayer());
        assertTrue(float16.layer(expected).preActivation().allFinite());
        assertEquals(
                OptionalInt.empty(),
                run(CHAIN.withFormat(NumberFormat.BFLOAT16)).firstOverflowLayer());
    }

    @Test
    void whatTheFormatFlushesToZeroIsCounted() {
        Experiment shrinking = CHAIN.withGain(0.1).withFormat(NumberFormat.FLOAT16);
        Snapshot snapshot = run(shrinking);
        int partly = 0;
        for (LayerStatistics layer : snapshot.layers()) {
            assertEquals(zeros(layer.activation()), zeros(layer.preActivation()) + layer.flushed());
            partly += layer.flushed() > 0 && !layer.activation().allZero() ? 1 : 0;
        }
        assertTrue(partly > 0);
        int zero = snapshot.firstAllZeroLayer().orElseThrow();
        assertTrue(snapshot.layer(zero).flushed() > 0);
        assertEquals(0, snapshot.layer(zero + 1).flushed(), "there was nothing left to flush");
        assertEquals(0, run(CHAIN.withGain(0.1)).layer(zero).flushed());
    }

    @Test
    void theWeightsThatTheFormatFlushesToZeroAreCounted() {
        Experiment tiny = CHAIN.withGain(1e-7);
        int partly = 0;
        for (NumberFormat format : NumberFormat.values()) {
            for (LayerStatistics layer : run(tiny.withFormat(format)).layers()) {
                assertEquals(zeros(layer.weights()), layer.weightsFlushed());
                partly += layer.weightsFlushedShare() > 0.01 ? 1 : 0;
                assertTrue(layer.weightsFlushedShare() < 1);
            }
        }
        assertEquals(CHAIN.depth(), partly, "the layers in float16");
    }

    private static long zeros(TensorStatistics tensor) {
        return Math.round(tensor.zeroShare() * tensor.count());
    }

    @Test
    void theNegativeHalfOfAReluIsNotFlushed() {
        Experiment relu =
                SMALL.withActivation(Activation.of(ActivationFunction.RELU))
                        .withFormat(NumberFormat.FLOAT16);
        for (LayerStatistics layer : run(relu).layers()) {
            assertTrue(layer.activation().zeroShare() > 0.3);
            assertEquals(0, layer.flushed());
        }
    }

    @Test
    void weightsTooSmallForAFormatAreZero() {
        Experiment tiny =
                CHAIN.withInitializer(
                                StandardInitializer.of(InitializerScheme.NORMAL)
                                        .with(InitializerParameter.STD, 1e-9))
                        .withGain(1);
        assertEquals(0, run(tiny).layer(1).weights().zeroShare());
        assertEquals(1, run(tiny.withFormat(NumberFormat.FLOAT16)).layer(1).weights().zeroShare());
    }

    @Test
    void theFormatsDifferByTheirPrecision() {
        double exact = run(SMALL).last().activation().rms();
        double bfloat16 = run(SMALL.withFormat(NumberFormat.BFLOAT16)).last().activation().rms();
        double float16 = run(SMALL.withFormat(NumberFormat.FLOAT16)).last().activation().rms();
        assertNotEquals(exact, bfloat16);
        assertNotEquals(exact, float16);
        assertEquals(exact, bfloat16, 0x1p-8 * exact);
        assertEquals(exact, float16, 0x1p-11 * exact);
    }

    private Snapshot run(Experiment experiment) {
        return new Engine(kernel, new MemoryBudget(1L << 30, 0))
                .run(experiment, Cancellation.NEVER);
    }

    private static long values(Matrix matrix) {
        return (long) matrix.rows() * matrix.columns();
    }

    /// How many values of the matrix are values of the format.
    private long held(NumberFormat format, Matrix matrix) {
        int size = matrix.rows() * matrix.columns();
        float[] rounded = new float[size];
        kernel.round(format, matrix.values(), rounded, 0, size, Cancellation.NEVER);
        long held = 0;
        for (int i = 0; i < size; i++) {
            held += rounded[i] == matrix.values()[i] ? 1 : 0;
        }
        return held;
    }
}
