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
import java.util.stream.DoubleStream;

/// A product of a rows × inner matrix and an inner × columns one, and how fast it is.
///
/// @param second how the second one is stored
public record ProductSize(int rows, int inner, int columns, Orientation second) {
    /// A layer of the exercise, of the chain, of a wide network there and back, and one that no
    /// cache holds.
    public static final List<ProductSize> ALL =
            List.of(
                    new ProductSize(1000, 500, 500, Orientation.AS_STORED),
                    new ProductSize(1, 512, 512, Orientation.AS_STORED),
                    new ProductSize(512, 1024, 1024, Orientation.AS_STORED),
                    new ProductSize(512, 1024, 1024, Orientation.TRANSPOSED),
                    new ProductSize(2048, 2048, 2048, Orientation.AS_STORED));

    /// In 10⁹ operations a second.
    ///
    /// @param median of the calls
    /// @param fastest what the machine gives while nothing else wants it
    public record Speed(double median, double fastest) {}

    /// `1000x500x500`, and `512x1024x1024t` where the second one is stored transposed.
    public String label() {
        String size = rows + "x" + inner + "x" + columns;
        return switch (second) {
            case AS_STORED -> size;
            case TRANSPOSED -> size + "t";
        };
    }

    /// Operations, a multiplication and an addition being two.
    private double operations() {
        return 2.0 * rows * inner * columns;
    }

    /// The speed of many calls, of which the first third is left out: the JIT compiler may not be
    /// done.
    ///
    /// @param calls at least so many
    /// @param time and for at least so long
    public Speed speed(Kernel kernel, int calls, Duration time) {
        Matrix a = normal(kernel, rows, inner, 1);
        ScaledMatrix b = ScaledMatrix.of(secondOperand(kernel));
        Matrix out = new Matrix(new float[rows * columns], rows, columns);
        DoubleStream.Builder seconds = DoubleStream.builder();
        int done = 0;
        Stopwatch all = Stopwatch.start();
        for (; done < calls || all.seconds() < time.toNanos() * 1e-9; done++) {
            Stopwatch one = Stopwatch.start();
            kernel.product(a, b, second, null, out, Cancellation.NEVER);
            seconds.add(one.seconds());
        }
        Timing timing = Timing.of(seconds.build().skip(done / 3).toArray());
        double billions = operations() * 1e-9;
        return new Speed(billions / timing.median(), billions / timing.min());
    }

    private Matrix secondOperand(Kernel kernel) {
        return switch (second) {
            case AS_STORED -> normal(kernel, inner, columns, 2);
            case TRANSPOSED -> normal(kernel, columns, inner, 2);
        };
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
