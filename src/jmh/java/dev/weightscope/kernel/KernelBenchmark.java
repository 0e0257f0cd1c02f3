package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What one layer of the classic exercise costs, 1000 samples by 500 units, part by part and with
/// every processor.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
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
    private final float[] output = new float[SAMPLES * WIDTH];
    private final Kernel kernel = new ScalarKernel();

    @Setup
    public void draw() {
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
        kernel.product(
                new Matrix(input, SAMPLES, WIDTH),
                ScaledMatrix.of(new Matrix(weights, WIDTH, WIDTH)),
                Orientation.AS_STORED,
                null,
                new Matrix(output, SAMPLES, WIDTH),
                Cancellation.NEVER);
        return output;
    }

    @Benchmark
    public float[] activation() {
        kernel.activate(TANH, input, output, 0, input.length, Cancellation.NEVER);
        return output;
    }

    @Benchmark
    public Moments moments() {
        return kernel.moments(input, SAMPLES, WIDTH, TANH.function().range(), Cancellation.NEVER);
    }

    @Benchmark
    public Object histogram() {
        return kernel.histogram(input, input.length, -4, 4, 64, Cancellation.NEVER);
    }

    private void fill(RandomStream stream, float[] out) {
        fill(stream, out, out.length);
    }

    private void fill(RandomStream stream, float[] out, int length) {
        kernel.fill(NORMAL, stream, 0, out, 0, length, Cancellation.NEVER);
    }
}
