package dev.weightscope.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loop of a product for processors of 16 vector registers; see [TwelveRowProduct].
final class SixRowProduct {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();

    /// In an array, so that the JIT compiler does not know it: of the constant it makes code that
    /// keeps the sums on the stack, half as fast.
    private static final int[] STRIDE = {VectorRows.STRIDE};

    private SixRowProduct() {}

    /// out = in + a · b for six rows of a.
    ///
    /// @param a rows [VectorRows#STRIDE] apart, the first one from `k` on
    /// @param b a panel two vectors wide, from `bAt` on
    /// @param in six rows, `inStride` apart
    /// @param out six rows, `outStride` apart; may be `in`
    static void add(
            float[] a,
            int k,
            float[] b,
            int bAt,
            int depth,
            float[] in,
            int inAt,
            int inStride,
            float[] out,
            int outAt,
            int outStride) {
        int stride = STRIDE[0];
        int a1 = k + stride;
        int a2 = k + 2 * stride;
        int a3 = k + 3 * stride;
        int a4 = k + 4 * stride;
        int a5 = k + 5 * stride;
        FloatVector l0 = FloatVector.fromArray(FLOATS, in, inAt);
        FloatVector l1 = FloatVector.fromArray(FLOATS, in, inAt + inStride);
        FloatVector l2 = FloatVector.fromArray(FLOATS, in, inAt + 2 * inStride);
        FloatVector l3 = FloatVector.fromArray(FLOATS, in, inAt + 3 * inStride);
        FloatVector l4 = FloatVector.fromArray(FLOATS, in, inAt + 4 * inStride);
        FloatVector l5 = FloatVector.fromArray(FLOATS, in, inAt + 5 * inStride);
        FloatVector r0 = FloatVector.fromArray(FLOATS, in, inAt + LANES);
        FloatVector r1 = FloatVector.fromArray(FLOATS, in, inAt + inStride + LANES);
        FloatVector r2 = FloatVector.fromArray(FLOATS, in, inAt + 2 * inStride + LANES);
        FloatVector r3 = FloatVector.fromArray(FLOATS, in, inAt + 3 * inStride + LANES);
        FloatVector r4 = FloatVector.fromArray(FLOATS, in, inAt + 4 * inStride + LANES);
        FloatVector r5 = FloatVector.fromArray(FLOATS, in, inAt + 5 * inStride + LANES);
        for (int d = 0; d < depth; d++) {
            FloatVector left = FloatVector.fromArray(FLOATS, b, bAt + 2 * LANES * d);
            FloatVector right = FloatVector.fromArray(FLOATS, b, bAt + 2 * LANES * d + LANES);
            FloatVector x0 = FloatVector.broadcast(FLOATS, a[k + d]);
            l0 = x0.fma(left, l0);
            r0 = x0.fma(right, r0);
            FloatVector x1 = FloatVector.broadcast(FLOATS, a[a1 + d]);
            l1 = x1.fma(left, l1);
            r1 = x1.fma(right, r1);
            FloatVector x2 = FloatVector.broadcast(FLOATS, a[a2 + d]);
            l2 = x2.fma(left, l2);
            r2 = x2.fma(right, r2);
            FloatVector x3 = FloatVector.broadcast(FLOATS, a[a3 + d]);
            l3 = x3.fma(left, l3);
            r3 = x3.fma(right, r3);
            FloatVector x4 = FloatVector.broadcast(FLOATS, a[a4 + d]);
            l4 = x4.fma(left, l4);
            r4 = x4.fma(right, r4);
            FloatVector x5 = FloatVector.broadcast(FLOATS, a[a5 + d]);
            l5 = x5.fma(left, l5);
            r5 = x5.fma(right, r5);
        }
        l0.intoArray(out, outAt);
        r0.intoArray(out, outAt + LANES);
        l1.intoArray(out, outAt + outStride);
        r1.intoArray(out, outAt + outStride + LANES);
        l2.intoArray(out, outAt + 2 * outStride);
        r2.intoArray(out, outAt + 2 * outStride + LANES);
        l3.intoArray(out, outAt + 3 * outStride);
        r3.intoArray(out, outAt + 3 * outStride + LANES);
        l4.intoArray(out, outAt + 4 * outStride);
        r4.intoArray(out, outAt + 4 * outStride + LANES);
        l5.intoArray(out, outAt + 5 * outStride);
        r5.intoArray(out, outAt + 5 * outStride + LANES);
    }
}
