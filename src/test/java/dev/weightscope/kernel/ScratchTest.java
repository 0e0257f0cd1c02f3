package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.NumberFormat;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScratchTest {
    private static final int SIZE = 300;

    /// What a call may make: its answer and the description of its tasks.
    private static final long FEW_BYTES = 8192;

    private final float[] a = new float[SIZE * SIZE];
    private final float[] b = new float[SIZE * SIZE];
    private final float[] z = new float[SIZE * SIZE];
    private final float[] out = new float[SIZE * SIZE];

    @Test
    void aKernelThatHasWorkedBeforeAllocatesNoScratch() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int checked = 0;
        try (Kernel kernel = Kernels.scalar(1)) {
            for (Map.Entry<String, Runnable> call : calls(kernel).entrySet()) {
                for (int i = 0; i < 3; i++) {
                    call.getValue().run();
                }
                long before = threads.getCurrentThreadAllocatedBytes();
                call.getValue().run();
                long bytes = threads.getCurrentThreadAllocatedBytes() - before;
                assertTrue(bytes < FEW_BYTES, () -> call.getKey() + " allocates " + bytes);
                checked++;
            }
        }
        assertEquals(7, checked);
    }

    private Map<String, Runnable> calls(Kernel kernel) {
        RandomStream stream = new RandomStream(1, 1, RandomStream.Purpose.WEIGHTS);
        Activation gelu = Activation.of(ActivationFunction.GELU);
        Cancellation never = Cancellation.NEVER;
        return Map.of(
                "product",
                () ->
                        kernel.product(
                                square(a),
                                new ScaledMatrix(square(b), 0.5f),
                                Orientation.AS_STORED,
                                null,
                                square(out),
                                never),
                "layer",
                () ->
                        kernel.layer(
                                new DenseLayer(
                                        square(a),
                                        new ScaledMatrix(square(b), 0.5f),
                                        new float[SIZE],
                                        square(z),
                                        gelu,
                                        NumberFormat.BFLOAT16,
                                        square(out)),
                                new Bins(-1, 1, 100),
                                never),
                "slope",
                () -> kernel.slope(gelu, a, out, 0, a.length, never),
                "round",
                () -> kernel.round(NumberFormat.FLOAT16, a, out, 0, a.length, never),
                "moments",
                () -> kernel.moments(a, SIZE, SIZE, ActivationFunction.Saturation.UNBOUNDED, never),
                "histogram",
                () -> kernel.histogram(a, a.length, new Bins(-1, 1, 100), never),
                "fill",
                () -> kernel.fill(new UnitDraw.Normal(), stream, 0, out, 0, out.length, never));
    }

    private static Matrix square(float[] values) {
        return new Matrix(values, SIZE, SIZE);
    }
}
