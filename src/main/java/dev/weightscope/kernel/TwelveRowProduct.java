package dev.weightscope.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loop of a product for processors of 32 vector registers: 24 of them hold sums, so
/// that a vector of b, which mostly straddles two cache lines and then costs two reads, serves
/// twelve rows.
///
/// The rows lie a constant apart, so that one register addresses all of them.
///
/// The vector methods are called directly and not through helpers of our own: in a method of this
/// size the JIT compiler inlines only methods marked for it, as those of vectors are, and a vector
/// that is passed to a call is an object on the heap.
final class TwelveRowProduct {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final int STRIDE = VectorRows.STRIDE;

    private TwelveRowProduct() {}

    /// out = in + a · b for twelve rows of a.
    ///
    /// @param a rows [VectorRows#STRIDE] apart, the first one from `k` on
    /// @param b a panel two vectors wide, from `bAt` on
    /// @param in twelve rows, `inStride` apart
    /// @param out twelve rows, `outStride` apart; may be `in`
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
        FloatVector l0 = FloatVector.fromArray(FLOATS, in, inAt);
        FloatVector l1 = FloatVector.fromArray(FLOATS, in, inAt + inStride);
        FloatVector l2 = FloatVector.fromArray(FLOATS, in, inAt + 2 * inStride);
        FloatVector l3 = FloatVector.fromArray(FLOATS, in, inAt + 3 * inStride);
        FloatVector l4 = FloatVector.fromArray(FLOATS, in, inAt + 4 * inStride);
        FloatVector l5 = FloatVector.fromArray(FLOATS, in, inAt + 5 * inStride);
        FloatVector l6 = FloatVector.fromArray(FLOATS, in, inAt + 6 * inStride);
        FloatVector l7 = FloatVector.fromArray(FLOATS, in, inAt + 7 * inStride);
        FloatVector l8 = FloatVector.fromArray(FLOATS, in, inAt + 8 * inStride);
        FloatVector l9 = FloatVector.fromArray(FLOATS, in, inAt + 9 * inStride);
        FloatVector l10 = FloatVector.fromArray(FLOATS, in, inAt + 10 * inStride);
        FloatVector l11 = FloatVector.fromArray(FLOATS, in, inAt + 11 * inStride);
        FloatVector r0 = FloatVector.fromArray(FLOATS, in, inAt + LANES);
        FloatVector r1 = FloatVector.fromArray(FLOATS, in, inAt + inStride + LANES);
        FloatVector r2 = FloatVector.fromArray(FLOATS, in, inAt + 2 * inStride + LANES);
        FloatVector r3 = FloatVector.fromArray(FLOATS, in, inAt + 3 * inStride + LANES);
        FloatVector r4 = FloatVector.fromArray(FLOATS, in, inAt + 4 * inStride + LANES);
        FloatVector r5 = FloatVector.fromArray(FLOATS, in, inAt + 5 * inStride + LANES);
        FloatVector r6 = FloatVector.fromArray(FLOATS, in, inAt + 6 * inStride + LANES);
        FloatVector r7 = FloatVector.fromArray(FLOATS, in, inAt + 7 * inStride + LANES);
        FloatVector r8 = FloatVector.fromArray(FLOATS, in, inAt + 8 * inStride + LANES);
        FloatVector r9 = FloatVector.fromArray(FLOATS, in, inAt + 9 * inStride + LANES);
        FloatVector r10 = FloatVector.fromArray(FLOATS, in, inAt + 10 * inStride + LANES);
        FloatVector r11 = FloatVector.fromArray(FLOATS, in, inAt + 11 * inStride + LANES);
        for (int d = k, at = bAt; d < k + depth; d++, at += 2 * LANES) {
            FloatVector left = FloatVector.fromArray(FLOATS, b, at);
            FloatVector right = FloatVector.fromArray(FLOATS, b, at + LANES);
            FloatVector x0 = FloatVector.broadcast(FLOATS, a[d]);
            l0 = x0.fma(left, l0);
            r0 = x0.fma(right, r0);
            FloatVector x1 = FloatVector.broadcast(FLOATS, a[d + STRIDE]);
            l1 = x1.fma(left, l1);
            r1 = x1.fma(right, r1);
            FloatVector x2 = FloatVector.broadcast(FLOATS, a[d + 2 * STRIDE]);
            l2 = x2.fma(left, l2);
            r2 = x2.fma(right, r2);
            FloatVector x3 = FloatVector.broadcast(FLOATS, a[d + 3 * STRIDE]);
            l3 = x3.fma(left, l3);
            r3 = x3.fma(right, r3);
            FloatVector x4 = FloatVector.broadcast(FLOATS, a[d + 4 * STRIDE]);
            l4 = x4.fma(left, l4);
            r4 = x4.fma(right, r4);
            FloatVector x5 = FloatVector.broadcast(FLOATS, a[d + 5 * STRIDE]);
            l5 = x5.fma(left, l5);
            r5 = x5.fma(right, r5);
            FloatVector x6 = FloatVector.broadcast(FLOATS, a[d + 6 * STRIDE]);
            l6 = x6.fma(left, l6);
            r6 = x6.fma(right, r6);
            FloatVector x7 = FloatVector.broadcast(FLOATS, a[d + 7 * STRIDE]);
            l7 = x7.fma(left, l7);
            r7 = x7.fma(right, r7);
            FloatVector x8 = FloatVector.broadcast(FLOATS, a[d + 8 * STRIDE]);
            l8 = x8.fma(left, l8);
            r8 = x8.fma(right, r8);
            FloatVector x9 = FloatVector.broadcast(FLOATS, a[d + 9 * STRIDE]);
            l9 = x9.fma(left, l9);
            r9 = x9.fma(right, r9);
            FloatVector x10 = FloatVector.broadcast(FLOATS, a[d + 10 * STRIDE]);
            l10 = x10.fma(left, l10);
            r10 = x10.fma(right, r10);
            FloatVector x11 = FloatVector.broadcast(FLOATS, a[d + 11 * STRIDE]);
            l11 = x11.fma(left, l11);
            r11 = x11.fma(right, r11);
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
        l6.intoArray(out, outAt + 6 * outStride);
        r6.intoArray(out, outAt + 6 * outStride + LANES);
        l7.intoArray(out, outAt + 7 * outStride);
        r7.intoArray(out, outAt + 7 * outStride + LANES);
        l8.intoArray(out, outAt + 8 * outStride);
        r8.intoArray(out, outAt + 8 * outStride + LANES);
        l9.intoArray(out, outAt + 9 * outStride);
        r9.intoArray(out, outAt + 9 * outStride + LANES);
        l10.intoArray(out, outAt + 10 * outStride);
        r10.intoArray(out, outAt + 10 * outStride + LANES);
        l11.intoArray(out, outAt + 11 * outStride);
        r11.intoArray(out, outAt + 11 * outStride + LANES);
    }
}
