package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What an activation and its slope cost for each element, on one thread, in rows as long as those
/// of a tile, in both forms of the kernel.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ActivationBenchmark.ROWS * ActivationBenchmark.COLUMNS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ActivationBenchmark {
    static final int ROWS = 384;
    static final int COLUMNS = VectorProduct.TILE_COLUMNS;

    private final float[] in = new float[ROWS * COLUMNS];
    private final float[] out = new float[ROWS * COLUMNS];

    /// All 0, and so it stays: others, multiplied over and over, would pass through the subnormal
    /// numbers, which are slow.
    private final float[] cotangent = new float[ROWS * COLUMNS];

    @Param public ActivationFunction function;

    @Param({"SCALAR", "VECTOR"})
    public Kernels.Choice choice;

    private Form form;
    private ActivationLoops loops;

    @Setup
    public void draw() {
        form = choice == Kernels.Choice.SCALAR ? new ScalarForm() : new VectorForm();
        loops = ActivationLoops.of(Activation.of(function));
        RandomStream stream = new RandomStream(1, 0, RandomStream.Purpose.INPUT);
        new RandomFill().fill(new UnitDraw.Normal(), stream, 0, in, 0, in.length);
    }

    @Benchmark
    public float[] values() {
        Scratch scratch = form.scratch();
        for (int i = 0; i < in.length; i += COLUMNS) {
            form.activate(loops, in, out, i, i + COLUMNS, scratch);
        }
        return out;
    }

    @Benchmark
    public float[] slopes() {
        Scratch scratch = form.scratch();
        for (int i = 0; i < in.length; i += COLUMNS) {
            form.slope(loops, in, cotangent, i, i + COLUMNS, scratch);
        }
        return cotangent;
    }
}
