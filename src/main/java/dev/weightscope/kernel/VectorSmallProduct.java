package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;

import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;

/// A product whose operands are read where they are, in strips of columns. Where there are 32
/// registers they are as wide as those of a [VectorWideProduct]; else they are a
/// [VectorNarrowProduct]'s, and at the edges eight or four rows by two vectors of sums are in
/// registers, or less.
final class VectorSmallProduct {
    private static final int HEIGHT = 4;

    /// Rows that vectors with 32 registers have sums for.
    private static final int TALL = 8;

    /// Rows from which on it pays to compute some of eight once more.
    private static final int MANY = 24;

    private static final MethodHandle[] EIGHT_BY_TWO = handle("eightByTwo");
    private static final MethodHandle[] FOUR_BY_TWO = handle("fourByTwo");
    private static final MethodHandle[] FOUR_BY_ONE = handle("fourByOne");
    private static final MethodHandle[] ONE_BY_TWO = handle("oneByTwo");
    private static final MethodHandle[] ONE_BY_ONE = handle("oneByOne");

    private VectorSmallProduct() {}

    private static MethodHandle[] handle(String name) {
        return handle(VectorSmallProduct.class, name);
    }

    /// Of a loop over the rows of a strip.
    static MethodHandle[] handle(Class<?> owner, String name) {
        return OutOfLine.handle(
                owner,
                name,
                float[].class,
                int.class,
                int.class,
                float[].class,
                int.class,
                int.class,
                float[].class,
                int.class,
                int.class,
                int.class,
                int.class);
    }

    /// As [SmallLoops#product].
    static void compute(Strided a, Strided b, Strided out, int rows, int inner, int columns) {
        boolean wide = LANES == SmallLoops.WIDTH && rows >= VectorWideProduct.LEAST;
        MethodHandle[] fourOrMore =
                LANES < SmallLoops.WIDTH && rows >= HEIGHT
                        ? VectorNarrowProduct.loop(rows, FOUR_BY_TWO)
                        : FOUR_BY_TWO;
        int j = 0;
        while (wide && columns - j >= VectorWideProduct.WIDTH * LANES) {
            VectorWideProduct.fourWide(a, b, out, j, rows, inner);
            j += VectorWideProduct.WIDTH * LANES;
        }
        if (wide && rows >= MANY && columns - j == 3 * LANES) {
            strip(VectorWideProduct.EIGHT_BY_THREE, a, b, out, j, rows, inner);
            return;
        }
        int tall = LANES < SmallLoops.WIDTH || rows < TALL ? 0 : rows / TALL * TALL;
        int rest = rows - tall;
        int from = rest > 0 && rest < HEIGHT && tall > 0 ? rows - HEIGHT : tall;
        while (j < columns) {
            boolean two = columns - j >= 2 * LANES;
            if (two && tall > 0) {
                strip(EIGHT_BY_TWO, a, b, out, j, tall, inner);
                if (rest > 0) {
                    strip(
                            FOUR_BY_TWO,
                            a.fromRow(from),
                            b,
                            out.fromRow(from),
                            j,
                            rows - from,
                            inner);
                }
            } else {
                strip(
                        rows < HEIGHT
                                ? two ? ONE_BY_TWO : ONE_BY_ONE
                                : two ? fourOrMore : FOUR_BY_ONE,
                        a,
                        b,
                        out,
                        j,
                        rows,
                        inner);
            }
            j += two ? 2 * LANES : LANES;
        }
    }

    /// Some rows from column j on, as many columns as the loop is wide.
    static void strip(
            MethodHandle[] loop, Strided a, Strided b, Strided out, int j, int rows, int inner) {
        try {
            loop[0].invokeExact(
                    a.values(),
                    a.at(),
                    a.stride(),
                    b.values(),
                    b.at() + j,
                    b.stride(),
                    out.values(),
                    out.at() + j,
                    out.stride(),
                    rows,
                    inner);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
    }

    /// As many rows as there are whole eights.
    static void eightByTwo(
            float[] a,
            int aAt,
            int aStride,
            float[] b,
            int bAt,
            int bStride,
            float[] out,
            int outAt,
            int outStride,
            int rows,
            int inner) {
        for (int i = 0; i + TALL <= rows; i += TALL) {
            int a0 = aAt + i * aStride;
            int a1 = a0 + aStride;
            int a2 = a1 + aStride;
            int a3 = a2 + aStride;
            int a4 = a3 + aStride;
            int a5 = a4 + aStride;
            int a6 = a5 + aStride;
            int a7 = a6 + aStride;
            FloatVector l0 = FloatVector.zero(FLOATS);
            FloatVector r0 = l0;
            FloatVector l1 = l0;
            FloatVector r1 = l0;
            FloatVector l2 = l0;
            FloatVector r2 = l0;
            FloatVector l3 = l0;
            FloatVector r3 = l0;
            FloatVector l4 = l0;
            FloatVector r4 = l0;
            FloatVector l5 = l0;
            FloatVector r5 = l0;
            FloatVector l6 = l0;
            FloatVector r6 = l0;
            FloatVector l7 = l0;
            FloatVector r7 = l0;
            for (int k = 0, at = bAt; k < inner; k++, at += bStride) {
                FloatVector left = FloatVector.fromArray(FLOATS, b, at);
                FloatVector right = FloatVector.fromArray(FLOATS, b, at + LANES);
                FloatVector x0 = FloatVector.broadcast(FLOATS, a[a0 + k]);
                l0 = x0.fma(left, l0);
                r0 = x0.fma(right, r0);
                FloatVector x1 = FloatVector.broadcast(FLOATS, a[a1 + k]);
                l1 = x1.fma(left, l1);
                r1 = x1.fma(right, r1);
                FloatVector x2 = FloatVector.broadcast(FLOATS, a[a2 + k]);
                l2 = x2.fma(left, l2);
                r2 = x2.fma(right, r2);
                FloatVector x3 = FloatVector.broadcast(FLOATS, a[a3 + k]);
                l3 = x3.fma(left, l3);
                r3 = x3.fma(right, r3);
                FloatVector x4 = FloatVector.broadcast(FLOATS, a[a4 + k]);
                l4 = x4.fma(left, l4);
                r4 = x4.fma(right, r4);
                FloatVector x5 = FloatVector.broadcast(FLOATS, a[a5 + k]);
                l5 = x5.fma(left, l5);
                r5 = x5.fma(right, r5);
                FloatVector x6 = FloatVector.broadcast(FLOATS, a[a6 + k]);
                l6 = x6.fma(left, l6);
                r6 = x6.fma(right, r6);
                FloatVector x7 = FloatVector.broadcast(FLOATS, a[a7 + k]);
                l7 = x7.fma(left, l7);
                r7 = x7.fma(right, r7);
            }
            int to = outAt + i * outStride;
            l0.intoArray(out, to);
            r0.intoArray(out, to + LANES);
            l1.intoArray(out, to + outStride);
            r1.intoArray(out, to + outStride + LANES);
            l2.intoArray(out, to + 2 * outStride);
            r2.intoArray(out, to + 2 * outStride + LANES);
            l3.intoArray(out, to + 3 * outStride);
            r3.intoArray(out, to + 3 * outStride + LANES);
            l4.intoArray(out, to + 4 * outStride);
            r4.intoArray(out, to + 4 * outStride + LANES);
            l5.intoArray(out, to + 5 * outStride);
            r5.intoArray(out, to + 5 * outStride + LANES);
            l6.intoArray(out, to + 6 * outStride);
            r6.intoArray(out, to + 6 * outStride + LANES);
            l7.intoArray(out, to + 7 * outStride);
            r7.intoArray(out, to + 7 * outStride + LANES);
        }
    }

    /// Where fewer than four rows are left, the last four are computed, some of them once more.
    static void fourByTwo(
            float[] a,
            int aAt,
            int aStride,
            float[] b,
            int bAt,
            int bStride,
            float[] out,
            int outAt,
            int outStride,
            int rows,
            int inner) {
        for (int next = 0; next < rows; next += HEIGHT) {
            int i = Math.min(next, rows - HEIGHT);
            int a0 = aAt + i * aStride;
            int a1 = a0 + aStride;
            int a2 = a1 + aStride;
            int a3 = a2 + aStride;
            FloatVector l0 = FloatVector.zero(FLOATS);
            FloatVector r0 = l0;
            FloatVector l1 = l0;
            FloatVector r1 = l0;
            FloatVector l2 = l0;
            FloatVector r2 = l0;
            FloatVector l3 = l0;
            FloatVector r3 = l0;
            for (int k = 0, at = bAt; k < inner; k++, at += bStride) {
                FloatVector left = FloatVector.fromArray(FLOATS, b, at);
                FloatVector right = FloatVector.fromArray(FLOATS, b, at + LANES);
                FloatVector x0 = FloatVector.broadcast(FLOATS, a[a0 + k]);
                l0 = x0.fma(left, l0);
                r0 = x0.fma(right, r0);
                FloatVector x1 = FloatVector.broadcast(FLOATS, a[a1 + k]);
                l1 = x1.fma(left, l1);
                r1 = x1.fma(right, r1);
                FloatVector x2 = FloatVector.broadcast(FLOATS, a[a2 + k]);
                l2 = x2.fma(left, l2);
                r2 = x2.fma(right, r2);
                FloatVector x3 = FloatVector.broadcast(FLOATS, a[a3 + k]);
                l3 = x3.fma(left, l3);
                r3 = x3.fma(right, r3);
            }
            int to = outAt + i * outStride;
            l0.intoArray(out, to);
            r0.intoArray(out, to + LANES);
            l1.intoArray(out, to + outStride);
            r1.intoArray(out, to + outStride + LANES);
            l2.intoArray(out, to + 2 * outStride);
            r2.intoArray(out, to + 2 * outStride + LANES);
            l3.intoArray(out, to + 3 * outStride);
            r3.intoArray(out, to + 3 * outStride + LANES);
        }
    }

    /// As [#fourByTwo], one vector wide.
    static void fourByOne(
            float[] a,
            int aAt,
            int aStride,
            float[] b,
            int bAt,
            int bStride,
            float[] out,
            int outAt,
            int outStride,
            int rows,
            int inner) {
        for (int next = 0; next < rows; next += HEIGHT) {
            int i = Math.min(next, rows - HEIGHT);
            int a0 = aAt + i * aStride;
            int a1 = a0 + aStride;
            int a2 = a1 + aStride;
            int a3 = a2 + aStride;
            FloatVector s0 = FloatVector.zero(FLOATS);
            FloatVector s1 = s0;
            FloatVector s2 = s0;
            FloatVector s3 = s0;
            for (int k = 0, at = bAt; k < inner; k++, at += bStride) {
                FloatVector row = FloatVector.fromArray(FLOATS, b, at);
                s0 = FloatVector.broadcast(FLOATS, a[a0 + k]).fma(row, s0);
                s1 = FloatVector.broadcast(FLOATS, a[a1 + k]).fma(row, s1);
                s2 = FloatVector.broadcast(FLOATS, a[a2 + k]).fma(row, s2);
                s3 = FloatVector.broadcast(FLOATS, a[a3 + k]).fma(row, s3);
            }
            int to = outAt + i * outStride;
            s0.intoArray(out, to);
            s1.intoArray(out, to + outStride);
            s2.intoArray(out, to + 2 * outStride);
            s3.intoArray(out, to + 3 * outStride);
        }
    }

    /// One row at a time, two vectors wide.
    static void oneByTwo(
            float[] a,
            int aAt,
            int aStride,
            float[] b,
            int bAt,
            int bStride,
            float[] out,
            int outAt,
            int outStride,
            int rows,
            int inner) {
        for (int i = 0; i < rows; i++) {
            int row = aAt + i * aStride;
            FloatVector left = FloatVector.zero(FLOATS);
            FloatVector right = left;
            for (int k = 0, at = bAt; k < inner; k++, at += bStride) {
                FloatVector x = FloatVector.broadcast(FLOATS, a[row + k]);
                left = x.fma(FloatVector.fromArray(FLOATS, b, at), left);
                right = x.fma(FloatVector.fromArray(FLOATS, b, at + LANES), right);
            }
            int to = outAt + i * outStride;
            left.intoArray(out, to);
            right.intoArray(out, to + LANES);
        }
    }

    /// One row at a time, one vector wide.
    static void oneByOne(
            float[] a,
            int aAt,
            int aStride,
            float[] b,
            int bAt,
            int bStride,
            float[] out,
            int outAt,
            int outStride,
            int rows,
            int inner) {
        for (int i = 0; i < rows; i++) {
            int row = aAt + i * aStride;
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int k = 0, at = bAt; k < inner; k++, at += bStride) {
                FloatVector x = FloatVector.broadcast(FLOATS, a[row + k]);
                sum = x.fma(FloatVector.fromArray(FLOATS, b, at), sum);
            }
            sum.intoArray(out, outAt + i * outStride);
        }
    }
}
