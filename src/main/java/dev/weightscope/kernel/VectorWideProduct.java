package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;

import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;

/// The wide strips of a [VectorSmallProduct] where there are 32 registers: a number of the first
/// operand is spread over a vector once for four vectors of sums, or three. Spreading takes the
/// units that multiply, and half of them with strips of two vectors.
///
/// Where fewer rows are left than a loop computes together, the last ones are computed, some of
/// them once more.
final class VectorWideProduct {
    /// Vectors of a strip.
    static final int WIDTH = 4;

    /// The fewest rows.
    static final int LEAST = 4;

    private static final int SIX = 6;
    private static final int FOUR = 4;

    private static final MethodHandle[] SIX_BY_FOUR = handle("sixByFour");
    private static final MethodHandle[] FOUR_BY_FOUR = handle("fourByFour");

    /// Eight rows by three vectors.
    static final MethodHandle[] EIGHT_BY_THREE = handle("eightByThree");

    private VectorWideProduct() {}

    private static MethodHandle[] handle(String name) {
        return VectorSmallProduct.handle(VectorWideProduct.class, name);
    }

    /// The strip of four vectors from column j on, of at least [#LEAST] rows: six at a time, and
    /// four at a time where that leaves fewer to be computed once more.
    static void fourWide(Strided a, Strided b, Strided out, int j, int rows, int inner) {
        int rest = rows % SIX % FOUR;
        int sixes = Math.max(0, rows / SIX - (rest == 1 || rest == 2 ? 1 : 0)) * SIX;
        if (sixes > 0) {
            VectorSmallProduct.strip(SIX_BY_FOUR, a, b, out, j, sixes, inner);
        }
        if (sixes < rows) {
            int from = Math.min(sixes, rows - FOUR);
            VectorSmallProduct.strip(
                    FOUR_BY_FOUR, a.fromRow(from), b, out.fromRow(from), j, rows - from, inner);
        }
    }

    /// As many rows as there are whole sixes.
    static void sixByFour(
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
        for (int next = 0; next < rows; next += 6) {
            int i = Math.min(next, rows - 6);
            int a0 = aAt + i * aStride;
            int a1 = a0 + aStride;
            int a2 = a1 + aStride;
            int a3 = a2 + aStride;
            int a4 = a3 + aStride;
            int a5 = a4 + aStride;
            FloatVector s00 = FloatVector.zero(FLOATS);
            FloatVector s01 = s00;
            FloatVector s02 = s00;
            FloatVector s03 = s00;
            FloatVector s10 = s00;
            FloatVector s11 = s00;
            FloatVector s12 = s00;
            FloatVector s13 = s00;
            FloatVector s20 = s00;
            FloatVector s21 = s00;
            FloatVector s22 = s00;
            FloatVector s23 = s00;
            FloatVector s30 = s00;
            FloatVector s31 = s00;
            FloatVector s32 = s00;
            FloatVector s33 = s00;
            FloatVector s40 = s00;
            FloatVector s41 = s00;
            FloatVector s42 = s00;
            FloatVector s43 = s00;
            FloatVector s50 = s00;
            FloatVector s51 = s00;
            FloatVector s52 = s00;
            FloatVector s53 = s00;
            for (int k = 0, at = bAt; k < inner; k++, at += bStride) {
                FloatVector b0 = FloatVector.fromArray(FLOATS, b, at);
                FloatVector b1 = FloatVector.fromArray(FLOATS, b, at + LANES);
                FloatVector b2 = FloatVector.fromArray(FLOATS, b, at + 2 * LANES);
                FloatVector b3 = FloatVector.fromArray(FLOATS, b, at + 3 * LANES);
                FloatVector x0 = FloatVector.broadcast(FLOATS, a[a0 + k]);
                s00 = x0.fma(b0, s00);
                s01 = x0.fma(b1, s01);
                s02 = x0.fma(b2, s02);
                s03 = x0.fma(b3, s03);
                FloatVector x1 = FloatVector.broadcast(FLOATS, a[a1 + k]);
                s10 = x1.fma(b0, s10);
                s11 = x1.fma(b1, s11);
                s12 = x1.fma(b2, s12);
                s13 = x1.fma(b3, s13);
                FloatVector x2 = FloatVector.broadcast(FLOATS, a[a2 + k]);
                s20 = x2.fma(b0, s20);
                s21 = x2.fma(b1, s21);
                s22 = x2.fma(b2, s22);
                s23 = x2.fma(b3, s23);
                FloatVector x3 = FloatVector.broadcast(FLOATS, a[a3 + k]);
                s30 = x3.fma(b0, s30);
                s31 = x3.fma(b1, s31);
                s32 = x3.fma(b2, s32);
                s33 = x3.fma(b3, s33);
                FloatVector x4 = FloatVector.broadcast(FLOATS, a[a4 + k]);
                s40 = x4.fma(b0, s40);
                s41 = x4.fma(b1, s41);
                s42 = x4.fma(b2, s42);
                s43 = x4.fma(b3, s43);
                FloatVector x5 = FloatVector.broadcast(FLOATS, a[a5 + k]);
                s50 = x5.fma(b0, s50);
                s51 = x5.fma(b1, s51);
                s52 = x5.fma(b2, s52);
                s53 = x5.fma(b3, s53);
            }
            int to = outAt + i * outStride;
            s00.intoArray(out, to);
            s01.intoArray(out, to + LANES);
            s02.intoArray(out, to + 2 * LANES);
            s03.intoArray(out, to + 3 * LANES);
            to += outStride;
            s10.intoArray(out, to);
            s11.intoArray(out, to + LANES);
            s12.intoArray(out, to + 2 * LANES);
            s13.intoArray(out, to + 3 * LANES);
            to += outStride;
            s20.intoArray(out, to);
            s21.intoArray(out, to + LANES);
            s22.intoArray(out, to + 2 * LANES);
            s23.intoArray(out, to + 3 * LANES);
            to += outStride;
            s30.intoArray(out, to);
            s31.intoArray(out, to + LANES);
            s32.intoArray(out, to + 2 * LANES);
            s33.intoArray(out, to + 3 * LANES);
            to += outStride;
            s40.intoArray(out, to);
            s41.intoArray(out, to + LANES);
            s42.intoArray(out, to + 2 * LANES);
            s43.intoArray(out, to + 3 * LANES);
            to += outStride;
            s50.intoArray(out, to);
            s51.intoArray(out, to + LANES);
            s52.intoArray(out, to + 2 * LANES);
            s53.intoArray(out, to + 3 * LANES);
        }
    }

    /// At least four rows.
    static void fourByFour(
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
        for (int next = 0; next < rows; next += 4) {
            int i = Math.min(next, rows - 4);
            int a0 = aAt + i * aStride;
            int a1 = a0 + aStride;
            int a2 = a1 + aStride;
            int a3 = a2 + aStride;
            FloatVector s00 = FloatVector.zero(FLOATS);
            FloatVector s01 = s00;
            FloatVector s02 = s00;
            FloatVector s03 = s00;
            FloatVector s10 = s00;
            FloatVector s11 = s00;
            FloatVector s12 = s00;
            FloatVector s13 = s00;
            FloatVector s20 = s00;
            FloatVector s21 = s00;
            FloatVector s22 = s00;
            FloatVector s23 = s00;
            FloatVector s30 = s00;
            FloatVector s31 = s00;
            FloatVector s32 = s00;
            FloatVector s33 = s00;
            for (int k = 0, at = bAt; k < inner; k++, at += bStride) {
                FloatVector b0 = FloatVector.fromArray(FLOATS, b, at);
                FloatVector b1 = FloatVector.fromArray(FLOATS, b, at + LANES);
                FloatVector b2 = FloatVector.fromArray(FLOATS, b, at + 2 * LANES);
                FloatVector b3 = FloatVector.fromArray(FLOATS, b, at + 3 * LANES);
                FloatVector x0 = FloatVector.broadcast(FLOATS, a[a0 + k]);
                s00 = x0.fma(b0, s00);
                s01 = x0.fma(b1, s01);
                s02 = x0.fma(b2, s02);
                s03 = x0.fma(b3, s03);
                FloatVector x1 = FloatVector.broadcast(FLOATS, a[a1 + k]);
                s10 = x1.fma(b0, s10);
                s11 = x1.fma(b1, s11);
                s12 = x1.fma(b2, s12);
                s13 = x1.fma(b3, s13);
                FloatVector x2 = FloatVector.broadcast(FLOATS, a[a2 + k]);
                s20 = x2.fma(b0, s20);
                s21 = x2.fma(b1, s21);
                s22 = x2.fma(b2, s22);
                s23 = x2.fma(b3, s23);
                FloatVector x3 = FloatVector.broadcast(FLOATS, a[a3 + k]);
                s30 = x3.fma(b0, s30);
                s31 = x3.fma(b1, s31);
                s32 = x3.fma(b2, s32);
                s33 = x3.fma(b3, s33);
            }
            int to = outAt + i * outStride;
            s00.intoArray(out, to);
            s01.intoArray(out, to + LANES);
            s02.intoArray(out, to + 2 * LANES);
            s03.intoArray(out, to + 3 * LANES);
            to += outStride;
            s10.intoArray(out, to);
            s11.intoArray(out, to + LANES);
            s12.intoArray(out, to + 2 * LANES);
            s13.intoArray(out, to + 3 * LANES);
            to += outStride;
            s20.intoArray(out, to);
            s21.intoArray(out, to + LANES);
            s22.intoArray(out, to + 2 * LANES);
            s23.intoArray(out, to + 3 * LANES);
            to += outStride;
            s30.intoArray(out, to);
            s31.intoArray(out, to + LANES);
            s32.intoArray(out, to + 2 * LANES);
            s33.intoArray(out, to + 3 * LANES);
        }
    }

    /// At least eight rows.
    static void eightByThree(
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
        for (int next = 0; next < rows; next += 8) {
            int i = Math.min(next, rows - 8);
            int a0 = aAt + i * aStride;
            int a1 = a0 + aStride;
            int a2 = a1 + aStride;
            int a3 = a2 + aStride;
            int a4 = a3 + aStride;
            int a5 = a4 + aStride;
            int a6 = a5 + aStride;
            int a7 = a6 + aStride;
            FloatVector s00 = FloatVector.zero(FLOATS);
            FloatVector s01 = s00;
            FloatVector s02 = s00;
            FloatVector s10 = s00;
            FloatVector s11 = s00;
            FloatVector s12 = s00;
            FloatVector s20 = s00;
            FloatVector s21 = s00;
            FloatVector s22 = s00;
            FloatVector s30 = s00;
            FloatVector s31 = s00;
            FloatVector s32 = s00;
            FloatVector s40 = s00;
            FloatVector s41 = s00;
            FloatVector s42 = s00;
            FloatVector s50 = s00;
            FloatVector s51 = s00;
            FloatVector s52 = s00;
            FloatVector s60 = s00;
            FloatVector s61 = s00;
            FloatVector s62 = s00;
            FloatVector s70 = s00;
            FloatVector s71 = s00;
            FloatVector s72 = s00;
            for (int k = 0, at = bAt; k < inner; k++, at += bStride) {
                FloatVector b0 = FloatVector.fromArray(FLOATS, b, at);
                FloatVector b1 = FloatVector.fromArray(FLOATS, b, at + LANES);
                FloatVector b2 = FloatVector.fromArray(FLOATS, b, at + 2 * LANES);
                FloatVector x0 = FloatVector.broadcast(FLOATS, a[a0 + k]);
                s00 = x0.fma(b0, s00);
                s01 = x0.fma(b1, s01);
                s02 = x0.fma(b2, s02);
                FloatVector x1 = FloatVector.broadcast(FLOATS, a[a1 + k]);
                s10 = x1.fma(b0, s10);
                s11 = x1.fma(b1, s11);
                s12 = x1.fma(b2, s12);
                FloatVector x2 = FloatVector.broadcast(FLOATS, a[a2 + k]);
                s20 = x2.fma(b0, s20);
                s21 = x2.fma(b1, s21);
                s22 = x2.fma(b2, s22);
                FloatVector x3 = FloatVector.broadcast(FLOATS, a[a3 + k]);
                s30 = x3.fma(b0, s30);
                s31 = x3.fma(b1, s31);
                s32 = x3.fma(b2, s32);
                FloatVector x4 = FloatVector.broadcast(FLOATS, a[a4 + k]);
                s40 = x4.fma(b0, s40);
                s41 = x4.fma(b1, s41);
                s42 = x4.fma(b2, s42);
                FloatVector x5 = FloatVector.broadcast(FLOATS, a[a5 + k]);
                s50 = x5.fma(b0, s50);
                s51 = x5.fma(b1, s51);
                s52 = x5.fma(b2, s52);
                FloatVector x6 = FloatVector.broadcast(FLOATS, a[a6 + k]);
                s60 = x6.fma(b0, s60);
                s61 = x6.fma(b1, s61);
                s62 = x6.fma(b2, s62);
                FloatVector x7 = FloatVector.broadcast(FLOATS, a[a7 + k]);
                s70 = x7.fma(b0, s70);
                s71 = x7.fma(b1, s71);
                s72 = x7.fma(b2, s72);
            }
            int to = outAt + i * outStride;
            s00.intoArray(out, to);
            s01.intoArray(out, to + LANES);
            s02.intoArray(out, to + 2 * LANES);
            to += outStride;
            s10.intoArray(out, to);
            s11.intoArray(out, to + LANES);
            s12.intoArray(out, to + 2 * LANES);
            to += outStride;
            s20.intoArray(out, to);
            s21.intoArray(out, to + LANES);
            s22.intoArray(out, to + 2 * LANES);
            to += outStride;
            s30.intoArray(out, to);
            s31.intoArray(out, to + LANES);
            s32.intoArray(out, to + 2 * LANES);
            to += outStride;
            s40.intoArray(out, to);
            s41.intoArray(out, to + LANES);
            s42.intoArray(out, to + 2 * LANES);
            to += outStride;
            s50.intoArray(out, to);
            s51.intoArray(out, to + LANES);
            s52.intoArray(out, to + 2 * LANES);
            to += outStride;
            s60.intoArray(out, to);
            s61.intoArray(out, to + LANES);
            s62.intoArray(out, to + 2 * LANES);
            to += outStride;
            s70.intoArray(out, to);
            s71.intoArray(out, to + LANES);
            s72.intoArray(out, to + 2 * LANES);
        }
    }
}
