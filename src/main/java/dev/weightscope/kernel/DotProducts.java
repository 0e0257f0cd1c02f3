package dev.weightscope.kernel;

/// A product with a transposed matrix, as sums along rows: no vectors, but eight sums at a time,
/// since each waits for its own term before.
final class DotProducts {
    private static final int WIDTH = 8;

    private DotProducts() {}

    /// As [SmallLoops#productTransposed]. Where fewer than eight columns are left, the last eight
    /// are computed, some of them once more: that takes as long as one.
    static void compute(Strided a, Strided b, Strided out, int rows, int inner, int columns) {
        for (int i = 0; i < rows; i++) {
            int row = a.at() + i * a.stride();
            int to = out.at() + i * out.stride();
            int j = 0;
            for (; j + WIDTH <= columns; j += WIDTH) {
                eight(a.values(), row, b.fromRow(j), inner, out.values(), to + j);
            }
            if (j > 0 && j < columns) {
                j = columns - WIDTH;
                eight(a.values(), row, b.fromRow(j), inner, out.values(), to + j);
                j = columns;
            }
            for (; j < columns; j++) {
                float sum = 0;
                int at = b.at() + j * b.stride();
                for (int k = 0; k < inner; k++) {
                    sum = Math.fma(a.values()[row + k], b.values()[at + k], sum);
                }
                out.values()[to + j] = sum;
            }
        }
    }

    private static void eight(float[] a, int row, Strided b, int inner, float[] out, int to) {
        float[] values = b.values();
        int b0 = b.at();
        int b1 = b0 + b.stride();
        int b2 = b1 + b.stride();
        int b3 = b2 + b.stride();
        int b4 = b3 + b.stride();
        int b5 = b4 + b.stride();
        int b6 = b5 + b.stride();
        int b7 = b6 + b.stride();
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        for (int k = 0; k < inner; k++) {
            float x = a[row + k];
            s0 = Math.fma(x, values[b0 + k], s0);
            s1 = Math.fma(x, values[b1 + k], s1);
            s2 = Math.fma(x, values[b2 + k], s2);
            s3 = Math.fma(x, values[b3 + k], s3);
            s4 = Math.fma(x, values[b4 + k], s4);
            s5 = Math.fma(x, values[b5 + k], s5);
            s6 = Math.fma(x, values[b6 + k], s6);
            s7 = Math.fma(x, values[b7 + k], s7);
        }
        out[to] = s0;
        out[to + 1] = s1;
        out[to + 2] = s2;
        out[to + 3] = s3;
        out[to + 4] = s4;
        out[to + 5] = s5;
        out[to + 6] = s6;
        out[to + 7] = s7;
    }
}
