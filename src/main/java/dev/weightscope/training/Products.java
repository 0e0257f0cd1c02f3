package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Extremes;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.SmallLoops;
import dev.weightscope.kernel.Strided;
import dev.weightscope.model.Activation;

/// The calls of [SmallLoops], cut where they would take long: what a thread does between two looks
/// at the cancellation takes some milliseconds at most, and other threads may do the rest. No bit
/// depends on the threads.
final class Products {
    /// Multiplications that are worth sharing: ten microseconds of work.
    private static final long MUCH = 1 << 19;

    /// Multiplications of a task at most.
    private static final long MOST = 1 << 23;

    /// Elements of a task that treats each by itself.
    private static final int ELEMENTS = 1 << 16;

    /// Values of a matrix of which sums or extremes are found at a time.
    static final int VALUES = 1 << 22;

    /// Rows of a task: a multiple of the six and of the four that a product computes together.
    private static final int ROWS = 12;

    /// Tasks for each thread at least, where there are rows enough: a thread that begins late, or
    /// whose processor is slow for a while, leaves some of them to the others.
    private static final int TASKS = 2;

    private final Kernel kernel;

    Products(Kernel kernel) {
        this.kernel = kernel;
    }

    SmallLoops loops() {
        return kernel.small();
    }

    /// out = a · b, as [SmallLoops#product].
    void multiply(
            Strided a,
            Strided b,
            Strided out,
            int rows,
            int inner,
            int columns,
            Cancellation cancellation) {
        SmallLoops loops = kernel.small();
        long work = (long) rows * inner * columns;
        if (work <= MUCH) {
            cancellation.throwIfCancelled();
            loops.product(a, b, out, rows, inner, columns);
            return;
        }
        int height = heightOfTask(rows, (long) inner * columns);
        kernel.share(
                Math.ceilDiv(rows, height),
                cancellation,
                task -> {
                    int row = task * height;
                    loops.product(
                            a.fromRow(row),
                            b,
                            out.fromRow(row),
                            Math.min(height, rows - row),
                            inner,
                            columns);
                });
    }

    /// @param workOfRow multiplications for a row of the result
    private int heightOfTask(int rows, long workOfRow) {
        int shared = Math.max(rows / (TASKS * kernel.threads()) / ROWS, 1) * ROWS;
        return Math.toIntExact(Math.clamp(MOST / workOfRow, 1, shared));
    }

    /// out = inᵀ, as [SmallLoops#transpose].
    void transpose(Strided in, int rows, int columns, Strided out, Cancellation cancellation) {
        SmallLoops loops = kernel.small();
        if ((long) rows * columns <= ELEMENTS / 2) {
            cancellation.throwIfCancelled();
            loops.transpose(in, rows, columns, out);
            return;
        }
        int height = Math.max(SmallLoops.WIDTH, SmallLoops.padded(rows / 2 / kernel.threads()));
        kernel.share(
                Math.ceilDiv(rows, height),
                cancellation,
                task -> {
                    int row = task * height;
                    loops.transpose(
                            in.fromRow(row),
                            Math.min(height, rows - row),
                            columns,
                            out.fromColumn(row));
                });
    }

    /// `out[i] = φ(in[i])` for i below `length`.
    void activate(
            Activation activation, float[] in, float[] out, int length, Cancellation cancellation) {
        SmallLoops loops = kernel.small();
        elements(length, cancellation, (from, to) -> loops.activate(activation, in, out, from, to));
    }

    /// `out[i] = φ(values[i])` and `values[i] = φ′(values[i])` for i below `length`.
    void activateWithSlope(
            Activation activation,
            float[] values,
            float[] out,
            int length,
            Cancellation cancellation) {
        SmallLoops loops = kernel.small();
        elements(
                length,
                cancellation,
                (from, to) -> loops.activateWithSlope(activation, values, out, from, to));
    }

    /// out = a · bᵀ, as [SmallLoops#productTransposed].
    void multiplyTransposed(
            Strided a,
            Strided b,
            Strided out,
            int rows,
            int inner,
            int columns,
            Cancellation cancellation) {
        SmallLoops loops = kernel.small();
        int width = Math.clamp(MOST / 8 / ((long) rows * inner), 1, columns);
        for (int j = 0; j < columns; j += width) {
            cancellation.throwIfCancelled();
            loops.productTransposed(
                    a, b.fromRow(j), out.fromColumn(j), rows, inner, Math.min(width, columns - j));
        }
    }

    /// As [SmallLoops#sums], of some rows after the other where there are more values than
    /// [#VALUES].
    SmallLoops.Sums sums(Strided x, int rows, int columns, Cancellation cancellation) {
        SmallLoops loops = kernel.small();
        int height = heightOf(rows, columns);
        SmallLoops.Sums sums = SmallLoops.Sums.NONE;
        for (int row = 0; row < rows; row += height) {
            cancellation.throwIfCancelled();
            sums = sums.and(loops.sums(x.fromRow(row), Math.min(height, rows - row), columns));
        }
        return sums;
    }

    /// As [SmallLoops#extremes].
    static Extremes extremes(
            SmallLoops loops, Strided x, int rows, int columns, Cancellation cancellation) {
        int height = heightOf(rows, columns);
        Extremes found = loops.extremes(x, Math.min(height, rows), columns);
        for (int row = height; row < rows; row += height) {
            cancellation.throwIfCancelled();
            found =
                    found.and(
                            loops.extremes(x.fromRow(row), Math.min(height, rows - row), columns));
        }
        return found;
    }

    private static int heightOf(int rows, int columns) {
        return Math.clamp(VALUES / Math.max(1, columns), 1, Math.max(1, rows));
    }

    /// What treats each element by itself.
    interface Elements {
        void take(int from, int to);
    }

    void elements(int length, Cancellation cancellation, Elements some) {
        if (length <= ELEMENTS) {
            cancellation.throwIfCancelled();
            some.take(0, length);
            return;
        }
        kernel.share(
                Math.ceilDiv(length, ELEMENTS),
                cancellation,
                task -> {
                    int from = task * ELEMENTS;
                    some.take(from, Math.min(ELEMENTS, length - from) + from);
                });
    }
}
