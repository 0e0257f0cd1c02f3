package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;

import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;

/// The loops of a [VectorSmallProduct] where there are 16 registers: sums of six or five rows by
/// two vectors. Eight sums, of four rows, would wait for each other: a fused multiply-add takes
/// four cycles, and two begin in each. Where the last rows are fewer, some are computed once more.
final class VectorNarrowProduct {
    private static final int SIX = 6;
    private static final int FIVE = 5;

    private static final MethodHandle[] SIX_BY_TWO =
            VectorSmallProduct.handle(VectorNarrowProduct.class, "sixByTwo");
    private static final MethodHandle[] FIVE_BY_TWO =
            VectorSmallProduct.handle(VectorNarrowProduct.class, "fiveByTwo");

    private VectorNarrowProduct() {}

    /// The loop that computes the fewest rows more than once, of those with the most sums.
    ///
    /// @param rows at least four
    /// @param four the loop of four rows
    static MethodHandle[] loop(int rows, MethodHandle[] four) {
        return switch (Math.ceilDiv(rows, Math.ceilDiv(rows, SIX))) {
            case SIX -> SIX_BY_TWO;
            case FIVE -> FIVE_BY_TWO;
            default -> four;
        };
    }

    /// As many columns as two vectors have; rows in sixes.
    static void sixByTwo(
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
        for (int next = 0; next < rows; next += SIX) {
            int i = Math.min(next, rows - SIX);
            int a0 = aAt + i * aStride;
            int a1 = a0 + aStride;
            int a2 = a1 + aStride;
            int a3 = a2 + aStride;
            int a4 = a3 + aStride;
            int a5 = a4 + aStride;
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
        }
    }

    /// As [#sixByTwo]; rows in fives.
    static void fiveByTwo(
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
        for (int next = 0; next < rows; next += FIVE) {
            int i = Math.min(next, rows - FIVE);
            int a0 = aAt + i * aStride;
            int a1 = a0 + aStride;
            int a2 = a1 + aStride;
            int a3 = a2 + aStride;
            int a4 = a3 + aStride;
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
        }
    }
}
