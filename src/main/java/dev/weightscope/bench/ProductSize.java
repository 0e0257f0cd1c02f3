package dev.weightscope.bench;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.UnitDraw;
import java.time.Duration;
import java.util.List;

/// A product of a rows × inner matrix and an inner × columns one, and how fast it is.
public record ProductSize(int rows, int inner, int columns) {
    /// A layer of the exercise, of the chain, of a wide network, and one that no cache holds.
    public static final List<ProductSize> ALL =
            List.of(
                    new ProductSize(1000, 500, 500),
                    new ProductSize(1, 512, 512),
                    new ProductSize(512, 1024, 1024),
                    new ProductSize(2048, 2048, 2048));

    /// Calls are timed for this long, and at least as many as are asked for.
    private static final Duration TIME = Duration.ofMillis(300);

    /// `1000x500x500`.
    public String label() {
        return rows + "x" + inner + "x" + columns;
    }

    /// Operations, a multiplication and an addition being two.
    private double operations() {
        return 2.0 * rows * inner * columns;
    }

    /// The speed of the fastest of many calls, in 10⁹ operations a second: what the machine gives
    /// when nothing else wants it.
    ///
    /// @param repetitions calls at least
    /// @param warmUp how long to call, untimed, before
    public double gigaflops(Kernel kernel, int repetitions, Duration warmUp) {
        float[] a = normal(kernel, rows * inner, 1);
        float[] b = normal(kernel, inner * columns, 2);
        float[] out = new float[rows * columns];
        fastest(kernel, a, b, out, 0, warmUp);
        return operations() / fastest(kernel, a, b, out, repetitions, TIME) * 1e-9;
    }

    private double fastest(
            Kernel kernel, float[] a, float[] b, float[] out, int calls, Duration atLeast) {
        double fastest = Double.POSITIVE_INFINITY;
        Stopwatch all = Stopwatch.start();
        for (int i = 0; i < calls || all.seconds() < atLeast.toNanos() * 1e-9; i++) {
            Stopwatch one = Stopwatch.start();
            kernel.product(a, b, null, out, rows, inner, columns, Cancellation.NEVER);
            fastest = Math.min(fastest, one.seconds());
        }
        return fastest;
    }

    private static float[] normal(Kernel kernel, int length, int layer) {
        float[] values = new float[length];
        kernel.fill(
                new UnitDraw.Normal(),
                new RandomStream(0, layer, Purpose.WEIGHTS),
                0,
                values,
                0,
                length,
                Cancellation.NEVER);
        return values;
    }
}
