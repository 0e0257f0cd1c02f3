package dev.weightscope.bench;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Orientation;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.ScaledMatrix;
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

    /// `1000x500x500`.
    public String label() {
        return rows + "x" + inner + "x" + columns;
    }

    /// Operations, a multiplication and an addition being two.
    private double operations() {
        return 2.0 * rows * inner * columns;
    }

    /// The speed of the fastest of many calls, in 10⁹ operations a second: what the machine gives
    /// once the JIT compiler is done and while nothing else wants it.
    ///
    /// @param calls at least so many
    /// @param time and for at least so long
    public double gigaflops(Kernel kernel, int calls, Duration time) {
        Matrix a = normal(kernel, rows, inner, 1);
        ScaledMatrix b = ScaledMatrix.of(normal(kernel, inner, columns, 2));
        Matrix out = new Matrix(new float[rows * columns], rows, columns);
        double fastest = Double.POSITIVE_INFINITY;
        Stopwatch all = Stopwatch.start();
        for (int i = 0; i < calls || all.seconds() < time.toNanos() * 1e-9; i++) {
            Stopwatch one = Stopwatch.start();
            kernel.product(a, b, Orientation.AS_STORED, null, out, Cancellation.NEVER);
            fastest = Math.min(fastest, one.seconds());
        }
        return operations() / fastest * 1e-9;
    }

    private static Matrix normal(Kernel kernel, int rows, int columns, int layer) {
        Matrix matrix = new Matrix(new float[rows * columns], rows, columns);
        kernel.fill(
                new UnitDraw.Normal(),
                new RandomStream(0, layer, Purpose.WEIGHTS),
                0,
                matrix.values(),
                0,
                matrix.size(),
                Cancellation.NEVER);
        return matrix;
    }
}
