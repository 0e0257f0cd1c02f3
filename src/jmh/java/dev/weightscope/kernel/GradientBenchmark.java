package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What one layer of the classic exercise costs on the way back, 1000 samples by 500 units, with
/// every processor, in both forms of the kernel; [KernelBenchmark] has the way there.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class GradientBenchmark {
    private static final int SAMPLES = 1000;
    private static final int WIDTH = 500;
    private static final Activation TANH = Activation.of(ActivationFunction.TANH);
    private static final Bins BINS = new Bins(-3, 3, 64);

    private final Matrix preActivation = matrix(SAMPLES);
    private final Matrix gradient = matrix(SAMPLES);
    private final Matrix output = matrix(SAMPLES);
    private final Matrix weights = matrix(WIDTH);
    private final Matrix weightGradient = matrix(WIDTH);

    @Param({"SCALAR", "VECTOR"})
    public Kernels.Choice form;

    private Kernel kernel;

    private static Matrix matrix(int rows) {
        return new Matrix(new float[rows * WIDTH], rows, WIDTH);
    }

    @Setup
    public void draw() {
        kernel = Kernels.choose(form, Runtime.getRuntime().availableProcessors());
        fill(0, preActivation);
        fill(1, gradient);
        fill(2, weights);
    }

    private void fill(int layer, Matrix matrix) {
        RandomStream stream = new RandomStream(1, layer, RandomStream.Purpose.WEIGHTS);
        kernel.fill(
                new UnitDraw.Normal(),
                stream,
                0,
                matrix.values(),
                0,
                matrix.size(),
                Cancellation.NEVER);
    }

    @TearDown
    public void close() {
        kernel.close();
    }

    @Benchmark
    public GradientLayer.Answer layerBack() {
        GradientLayer layer =
                new GradientLayer(
                        gradient,
                        new ScaledMatrix(weights, (float) Math.sqrt(1.0 / WIDTH)),
                        null,
                        NumberFormat.FLOAT32,
                        output,
                        new GradientLayer.Slope(TANH, 1, preActivation, output));
        return kernel.layerBack(layer, BINS, BINS, Cancellation.NEVER);
    }

    @Benchmark
    public Survey weightGradient() {
        return kernel.weightGradient(
                new WeightGradient(preActivation, gradient, NumberFormat.FLOAT32, weightGradient),
                BINS,
                Cancellation.NEVER);
    }

    @Benchmark
    public Survey batchNorm() {
        return activation(Normalization.BATCH);
    }

    @Benchmark
    public Survey batchNormBack() {
        return activationBack(Normalization.BATCH);
    }

    @Benchmark
    public Survey layerNorm() {
        return activation(Normalization.LAYER);
    }

    @Benchmark
    public Survey layerNormBack() {
        return activationBack(Normalization.LAYER);
    }

    private Survey activation(Normalization normalization) {
        return kernel.activation(
                new ActivationLayer(
                        normalization, TANH, preActivation, NumberFormat.FLOAT32, output),
                BINS,
                Cancellation.NEVER);
    }

    private Survey activationBack(Normalization normalization) {
        return kernel.activationBack(
                new ActivationGradient(
                        normalization,
                        TANH,
                        1,
                        preActivation,
                        gradient,
                        null,
                        NumberFormat.FLOAT32,
                        output),
                BINS,
                Cancellation.NEVER);
    }
}
