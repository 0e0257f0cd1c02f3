package dev.weightscope.kernel;

import java.util.Arrays;

/// A product with a transposed matrix, as sums along rows, each in sixteen parts: one sum waits for
/// its own term before, and sixteen are the lanes of any vector or a multiple of them.
final class DotProducts {
    private DotProducts() {}

    /// The parts of one sum.
    interface Parts {
        /// @param parts overwritten
        void take(float[] a, int aAt, float[] b, int bAt, int inner, float[] parts);
    }

    /// As [SmallLoops#productTransposed].
    static void compute(
            Strided a, Strided b, Strided out, int rows, int inner, int columns, Parts loop) {
        float[] parts = new float[SmallLoops.WIDTH];
        for (int i = 0; i < rows; i++) {
            int row = a.at() + i * a.stride();
            int to = out.at() + i * out.stride();
            for (int j = 0; j < columns; j++) {
                loop.take(a.values(), row, b.values(), b.at() + j * b.stride(), inner, parts);
                float sum = 0;
                for (float part : parts) {
                    sum += part;
                }
                out.values()[to + j] = sum;
            }
        }
    }

    /// [Parts] in plain loops.
    static void plain(float[] a, int aAt, float[] b, int bAt, int inner, float[] parts) {
        Arrays.fill(parts, 0);
        add(a, aAt, b, bAt, 0, inner, parts);
    }

    /// Adds the terms from one on.
    ///
    /// @param from a multiple of the number of parts
    static void add(float[] a, int aAt, float[] b, int bAt, int from, int inner, float[] parts) {
        for (int k = from; k < inner; k++) {
            int part = k % SmallLoops.WIDTH;
            parts[part] = Math.fma(a[aAt + k], b[bAt + k], parts[part]);
        }
    }
}
