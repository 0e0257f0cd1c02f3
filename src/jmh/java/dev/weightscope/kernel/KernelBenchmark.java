package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
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

/// What one layer of the classic exercise costs, 1000 samples by 500 units, part by part, with
/// every processor, in both forms of the kernel.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class KernelBenchmark {
    private static final int SAMPLES = 1000;
    private static final int WIDTH = 500;
    private static final UnitDraw NORMAL = new UnitDraw.Normal();
    private static final Activation TANH = Activation.of(ActivationFunction.TANH);
    private static final RandomStream INPUT_STREAM =
            new RandomStream(1, 0, RandomStream.Purpose.INPUT);
    private static final RandomStream WEIGHT_STREAM =
            new RandomStream(1, 1, RandomStream.Purpose.WEIGHTS);

    private final float[] input = new float[SAMPLES * WIDTH];
    private final float[] weights = new float[WIDTH * WIDTH];
    private final float[] preActivation = new float[SAMPLES * WIDTH];
    private final float[] output = new float[SAMPLES * WIDTH];

    /// All 0, and so it stays: others, multiplied over and over, would pass through the subnormal
    /// numbers, which are slow.
    private final float[] cotangent = new float[SAMPLES * WIDTH];

    @Param({"SCALAR", "VECTOR"})
    public Kernels.Choice form;

    private Kernel kernel;

    @Setup
    public void draw() {
        kernel = Kernels.choose(form, Runtime.getRuntime().availableProcessors());
        fill(INPUT_STREAM, input);
        fill(WEIGHT_STREAM, weights);
        kernel.scale(
                (float) Math.sqrt(1.0 / WIDTH),
                weights,
                weights,
                0,
                weights.length,
                Cancellation.NEVER);
    }

    @TearDown
    public void close() {
        kernel.close();
    }

    @Benchmark
    public float[] draws() {
        fill(WEIGHT_STREAM, output, weights.length);
        return output;
    }

    @Benchmark
    public float[] product() {
        return product(Orientation.AS_STORED);
    }

    @Benchmark
    public float[] transposedProduct() {
        return product(Orientation.TRANSPOSED);
    }

    private float[] product(Orientation orientation) {
        kernel.product(
                new Matrix(input, SAMPLES, WIDTH),
                ScaledMatrix.of(new Matrix(weights, WIDTH, WIDTH)),
                orientation,
                null,
                new Matrix(output, SAMPLES, WIDTH),
                Cancellation.NEVER);
        return output;
    }

    @Benchmark
    public DenseLayer.Answer layer() {
        DenseLayer layer =
                new DenseLayer(
                        new Matrix(input, SAMPLES, WIDTH),
                        ScaledMatrix.of(new Matrix(weights, WIDTH, WIDTH)),
                        null,
                        new Matrix(preActivation, SAMPLES, WIDTH),
                        TANH,
                        NumberFormat.FLOAT32,
                        new Matrix(output, SAMPLES, WIDTH));
        return kernel.layer(layer, new Bins(-1, 1, 50), Cancellation.NEVER);
    }

    @Benchmark
    public long rounding() {
        return kernel.round(
                NumberFormat.BFLOAT16, input, output, 0, input.length, Cancellation.NEVER);
    }

    @Benchmark
    public float[] scaling() {
        kernel.scale(0.5f, input, output, 0, input.length, Cancellation.NEVER);
        return output;
    }

    @Benchmark
    public float[] slopes() {
        kernel.slope(TANH, input, cotangent, 0, input.length, Cancellation.NEVER);
        return cotangent;
    }

    @Benchmark
    public Moments moments() {
        return kernel.moments(
                input, SAMPLES, WIDTH, TANH.function().saturation(), Cancellation.NEVER);
    }

    @Benchmark
    public Object histogram() {
        return kernel.histogram(input, input.length, new Bins(-4, 4, 64), Cancellation.NEVER);
    }

    private void fill(RandomStream stream, float[] out) {
        fill(stream, out, out.length);
    }

    private void fill(RandomStream stream, float[] out, int length) {
        kernel.fill(NORMAL, stream, 0, out, 0, length, Cancellation.NEVER);
    }
}
