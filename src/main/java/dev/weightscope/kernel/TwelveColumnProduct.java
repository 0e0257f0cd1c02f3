package dev.weightscope.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loop of a product whose first operand is transposed; see [TwelveRowProduct].
final class TwelveColumnProduct {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();

    private TwelveColumnProduct() {}

    /// c += aᵀ · b for twelve columns of a.
    ///
    /// @param a from a0 on the twelve elements of each row, one row behind the other
    /// @param b a panel two vectors wide
    /// @param last the index of the last column, at most 11; those past it have its values
    static void add(
            float[] a, int a0, int last, float[] b, float[] c, int c0, int cStride, int depth) {
        int c1 = c0 + Math.min(1, last) * cStride;
        int c2 = c0 + Math.min(2, last) * cStride;
        int c3 = c0 + Math.min(3, last) * cStride;
        int c4 = c0 + Math.min(4, last) * cStride;
        int c5 = c0 + Math.min(5, last) * cStride;
        int c6 = c0 + Math.min(6, last) * cStride;
        int c7 = c0 + Math.min(7, last) * cStride;
        int c8 = c0 + Math.min(8, last) * cStride;
        int c9 = c0 + Math.min(9, last) * cStride;
        int c10 = c0 + Math.min(10, last) * cStride;
        int c11 = c0 + Math.min(11, last) * cStride;
        FloatVector l0 = FloatVector.fromArray(FLOATS, c, c0);
        FloatVector l1 = FloatVector.fromArray(FLOATS, c, c1);
        FloatVector l2 = FloatVector.fromArray(FLOATS, c, c2);
        FloatVector l3 = FloatVector.fromArray(FLOATS, c, c3);
        FloatVector l4 = FloatVector.fromArray(FLOATS, c, c4);
        FloatVector l5 = FloatVector.fromArray(FLOATS, c, c5);
        FloatVector l6 = FloatVector.fromArray(FLOATS, c, c6);
        FloatVector l7 = FloatVector.fromArray(FLOATS, c, c7);
        FloatVector l8 = FloatVector.fromArray(FLOATS, c, c8);
        FloatVector l9 = FloatVector.fromArray(FLOATS, c, c9);
        FloatVector l10 = FloatVector.fromArray(FLOATS, c, c10);
        FloatVector l11 = FloatVector.fromArray(FLOATS, c, c11);
        FloatVector r0 = FloatVector.fromArray(FLOATS, c, c0 + LANES);
        FloatVector r1 = FloatVector.fromArray(FLOATS, c, c1 + LANES);
        FloatVector r2 = FloatVector.fromArray(FLOATS, c, c2 + LANES);
        FloatVector r3 = FloatVector.fromArray(FLOATS, c, c3 + LANES);
        FloatVector r4 = FloatVector.fromArray(FLOATS, c, c4 + LANES);
        FloatVector r5 = FloatVector.fromArray(FLOATS, c, c5 + LANES);
        FloatVector r6 = FloatVector.fromArray(FLOATS, c, c6 + LANES);
        FloatVector r7 = FloatVector.fromArray(FLOATS, c, c7 + LANES);
        FloatVector r8 = FloatVector.fromArray(FLOATS, c, c8 + LANES);
        FloatVector r9 = FloatVector.fromArray(FLOATS, c, c9 + LANES);
        FloatVector r10 = FloatVector.fromArray(FLOATS, c, c10 + LANES);
        FloatVector r11 = FloatVector.fromArray(FLOATS, c, c11 + LANES);
        for (int d = 0; d < depth; d++) {
            FloatVector left = FloatVector.fromArray(FLOATS, b, 2 * LANES * d);
            FloatVector right = FloatVector.fromArray(FLOATS, b, 2 * LANES * d + LANES);
            FloatVector x0 = FloatVector.broadcast(FLOATS, a[a0 + 12 * d]);
            l0 = x0.fma(left, l0);
            r0 = x0.fma(right, r0);
            FloatVector x1 = FloatVector.broadcast(FLOATS, a[a0 + 12 * d + 1]);
            l1 = x1.fma(left, l1);
            r1 = x1.fma(right, r1);
            FloatVector x2 = FloatVector.broadcast(FLOATS, a[a0 + 12 * d + 2]);
            l2 = x2.fma(left, l2);
            r2 = x2.fma(right, r2);
            FloatVector x3 = FloatVector.broadcast(FLOATS, a[a0 + 12 * d + 3]);
            l3 = x3.fma(left, l3);
            r3 = x3.fma(right, r3);
            FloatVector x4 = FloatVector.broadcast(FLOATS, a[a0 + 12 * d + 4]);
            l4 = x4.fma(left, l4);
            r4 = x4.fma(right, r4);
            FloatVector x5 = FloatVector.broadcast(FLOATS, a[a0 + 12 * d + 5]);
            l5 = x5.fma(left, l5);
            r5 = x5.fma(right, r5);
            FloatVector x6 = FloatVector.broadcast(FLOATS, a[a0 + 12 * d + 6]);
            l6 = x6.fma(left, l6);
            r6 = x6.fma(right, r6);
            FloatVector x7 = FloatVector.broadcast(FLOATS, a[a0 + 12 * d + 7]);
            l7 = x7.fma(left, l7);
            r7 = x7.fma(right, r7);
            FloatVector x8 = FloatVector.broadcast(FLOATS, a[a0 + 12 * d + 8]);
            l8 = x8.fma(left, l8);
            r8 = x8.fma(right, r8);
            FloatVector x9 = FloatVector.broadcast(FLOATS, a[a0 + 12 * d + 9]);
            l9 = x9.fma(left, l9);
            r9 = x9.fma(right, r9);
            FloatVector x10 = FloatVector.broadcast(FLOATS, a[a0 + 12 * d + 10]);
            l10 = x10.fma(left, l10);
            r10 = x10.fma(right, r10);
            FloatVector x11 = FloatVector.broadcast(FLOATS, a[a0 + 12 * d + 11]);
            l11 = x11.fma(left, l11);
            r11 = x11.fma(right, r11);
        }
        l0.intoArray(c, c0);
        r0.intoArray(c, c0 + LANES);
        l1.intoArray(c, c1);
        r1.intoArray(c, c1 + LANES);
        l2.intoArray(c, c2);
        r2.intoArray(c, c2 + LANES);
        l3.intoArray(c, c3);
        r3.intoArray(c, c3 + LANES);
        l4.intoArray(c, c4);
        r4.intoArray(c, c4 + LANES);
        l5.intoArray(c, c5);
        r5.intoArray(c, c5 + LANES);
        l6.intoArray(c, c6);
        r6.intoArray(c, c6 + LANES);
        l7.intoArray(c, c7);
        r7.intoArray(c, c7 + LANES);
        l8.intoArray(c, c8);
        r8.intoArray(c, c8 + LANES);
        l9.intoArray(c, c9);
        r9.intoArray(c, c9 + LANES);
        l10.intoArray(c, c10);
        r10.intoArray(c, c10 + LANES);
        l11.intoArray(c, c11);
        r11.intoArray(c, c11 + LANES);
    }
}
