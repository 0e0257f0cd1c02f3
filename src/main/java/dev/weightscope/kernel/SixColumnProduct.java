package dev.weightscope.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loop of a product whose first operand is transposed; see [TwelveRowProduct].
final class SixColumnProduct {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();

    private SixColumnProduct() {}

    /// c += aᵀ · b for six columns of a.
    ///
    /// @param a from a0 on the six elements of each row, one row behind the other
    /// @param b a panel two vectors wide
    /// @param last the index of the last column, at most 5; those past it have its values
    static void add(
            float[] a, int a0, int last, float[] b, float[] c, int c0, int cStride, int depth) {
        int c1 = c0 + Math.min(1, last) * cStride;
        int c2 = c0 + Math.min(2, last) * cStride;
        int c3 = c0 + Math.min(3, last) * cStride;
        int c4 = c0 + Math.min(4, last) * cStride;
        int c5 = c0 + Math.min(5, last) * cStride;
        FloatVector l0 = FloatVector.fromArray(FLOATS, c, c0);
        FloatVector l1 = FloatVector.fromArray(FLOATS, c, c1);
        FloatVector l2 = FloatVector.fromArray(FLOATS, c, c2);
        FloatVector l3 = FloatVector.fromArray(FLOATS, c, c3);
        FloatVector l4 = FloatVector.fromArray(FLOATS, c, c4);
        FloatVector l5 = FloatVector.fromArray(FLOATS, c, c5);
        FloatVector r0 = FloatVector.fromArray(FLOATS, c, c0 + LANES);
        FloatVector r1 = FloatVector.fromArray(FLOATS, c, c1 + LANES);
        FloatVector r2 = FloatVector.fromArray(FLOATS, c, c2 + LANES);
        FloatVector r3 = FloatVector.fromArray(FLOATS, c, c3 + LANES);
        FloatVector r4 = FloatVector.fromArray(FLOATS, c, c4 + LANES);
        FloatVector r5 = FloatVector.fromArray(FLOATS, c, c5 + LANES);
        for (int d = 0; d < depth; d++) {
            FloatVector left = FloatVector.fromArray(FLOATS, b, 2 * LANES * d);
            FloatVector right = FloatVector.fromArray(FLOATS, b, 2 * LANES * d + LANES);
            FloatVector x0 = FloatVector.broadcast(FLOATS, a[a0 + 6 * d]);
            l0 = x0.fma(left, l0);
            r0 = x0.fma(right, r0);
            FloatVector x1 = FloatVector.broadcast(FLOATS, a[a0 + 6 * d + 1]);
            l1 = x1.fma(left, l1);
            r1 = x1.fma(right, r1);
            FloatVector x2 = FloatVector.broadcast(FLOATS, a[a0 + 6 * d + 2]);
            l2 = x2.fma(left, l2);
            r2 = x2.fma(right, r2);
            FloatVector x3 = FloatVector.broadcast(FLOATS, a[a0 + 6 * d + 3]);
            l3 = x3.fma(left, l3);
            r3 = x3.fma(right, r3);
            FloatVector x4 = FloatVector.broadcast(FLOATS, a[a0 + 6 * d + 4]);
            l4 = x4.fma(left, l4);
            r4 = x4.fma(right, r4);
            FloatVector x5 = FloatVector.broadcast(FLOATS, a[a0 + 6 * d + 5]);
            l5 = x5.fma(left, l5);
            r5 = x5.fma(right, r5);
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
    }
}
