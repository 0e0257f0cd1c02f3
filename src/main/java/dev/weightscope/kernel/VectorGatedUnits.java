package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.ONE;
import static dev.weightscope.kernel.VectorFunctions.constant;
import static dev.weightscope.kernel.VectorFunctions.copySign;
import static dev.weightscope.kernel.VectorFunctions.expm1Reduced;
import static dev.weightscope.kernel.VectorFunctions.exponent;
import static dev.weightscope.kernel.VectorFunctions.reduced;
import static dev.weightscope.kernel.VectorFunctions.scaled;
import static jdk.incubator.vector.VectorOperators.GT;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// The gated units of [SmoothUnits] in vectors: the same operations in the same order, hence the
/// same bits.
///
/// Three passes over a part that stays in the first-level cache find the power of e, the operands
/// of the tail's quotient, and the unit; the fifths of an array hand them on, the last one the
/// exponent. The JIT compiler keeps vectors in registers only in methods of some size, and three
/// passes called from one place are compiled each by itself.
final class VectorGatedUnits {
    /// One pass over a part of an array.
    interface Pass {
        void run(float[] in, float[] out, int from, int count, float[] tails);
    }

    private static final List<Pass> SILU =
            List.of(
                    VectorGatedUnits::exponential,
                    VectorGatedUnits::siluOperands,
                    VectorGatedUnits::gate);
    private static final List<Pass> GELU =
            List.of(
                    VectorGatedUnits::gaussian,
                    VectorGatedUnits::geluOperands,
                    VectorGatedUnits::gate);
    private static final List<Pass> MISH =
            List.of(
                    VectorGatedUnits::exponential,
                    VectorGatedUnits::mishOperands,
                    VectorGatedUnits::gate);

    /// Elements of a part.
    static final int TAILS = 512;

    /// What the passes hand on: five values of each element of a part.
    static final int WORK = 5 * TAILS;

    private static final FloatVector ZERO = constant(0);
    private static final FloatVector TWO = constant(2);
    private static final FloatVector THREE = constant(3);
    private static final FloatVector MINUS_HALF = constant(-0.5f);
    private static final FloatVector GATE_SHUT = constant(SmoothUnits.GATE_SHUT);
    private static final FloatVector GELU_LOWEST = constant(SmoothUnits.GELU_LOWEST);
    private static final FloatVector GATE_OPEN = constant(SmoothUnits.GATE_OPEN);
    private static final FloatVector MILLS_11 = constant(2.3361363e-5f);
    private static final FloatVector MILLS_10 = constant(8.988095e-5f);
    private static final FloatVector MILLS_9 = constant(4.0687605e-6f);
    private static final FloatVector MILLS_8 = constant(-5.188535e-4f);
    private static final FloatVector MILLS_7 = constant(-3.4861293e-4f);
    private static final FloatVector MILLS_6 = constant(0.0030113256f);
    private static final FloatVector MILLS_5 = constant(0.0011597908f);
    private static final FloatVector MILLS_4 = constant(-0.02273025f);
    private static final FloatVector MILLS_3 = constant(0.045163933f);
    private static final FloatVector MILLS_2 = constant(-0.01643211f);
    private static final FloatVector MILLS_1 = constant(-0.09652676f);
    private static final FloatVector MILLS_0 = constant(SmoothUnits.MILLS_0);

    private VectorGatedUnits() {}

    /// @param end a multiple of a vector's lanes after `from`
    /// @param work of at least [#WORK] elements; overwritten
    static void silu(float[] in, float[] out, int from, int end, float[] work) {
        run(SILU, in, out, from, end, work);
    }

    static void gelu(float[] in, float[] out, int from, int end, float[] work) {
        run(GELU, in, out, from, end, work);
    }

    static void mish(float[] in, float[] out, int from, int end, float[] work) {
        run(MISH, in, out, from, end, work);
    }

    static void run(List<Pass> passes, float[] in, float[] out, int from, int end, float[] work) {
        for (int start = from; start < end; start += TAILS) {
            int count = Math.min(TAILS, end - start);
            for (Pass pass : passes) {
                pass.run(in, out, start, count, work);
            }
        }
    }

    /// e^(−|x|) = (1 + q)·2ⁿ.
    static void exponential(float[] in, float[] out, int from, int count, float[] tails) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, in, from + i);
            FloatVector power = x.abs().neg().max(GATE_SHUT);
            FloatVector n = exponent(power);
            expm1Reduced(reduced(power, n)).intoArray(tails, i);
            n.intoArray(tails, i + 4 * TAILS);
        }
    }

    /// e^(−x²/2) = (1 + q)·2ⁿ.
    static void gaussian(float[] in, float[] out, int from, int count, float[] tails) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, in, from + i);
            FloatVector negative = x.abs().neg().max(GELU_LOWEST);
            FloatVector square = negative.mul(negative);
            FloatVector lost = negative.fma(negative, square.neg());
            FloatVector power = square.mul(MINUS_HALF);
            FloatVector n = exponent(power);
            expm1Reduced(MINUS_HALF.fma(lost, reduced(power, n))).intoArray(tails, i);
            n.intoArray(tails, i + 4 * TAILS);
        }
    }

    private static void siluOperands(float[] in, float[] out, int from, int count, float[] tails) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector q = FloatVector.fromArray(FLOATS, tails, i);
            FloatVector n = FloatVector.fromArray(FLOATS, tails, i + 4 * TAILS);
            FloatVector above = ONE.add(q);
            FloatVector z = scaled(above, n);
            FloatVector below = ONE.add(z);
            FloatVector aboveLost = ONE.sub(above).add(q);
            FloatVector belowLost = ONE.sub(below).add(z);
            store(above, aboveLost, below, belowLost, tails, i);
        }
    }

    private static void geluOperands(float[] in, float[] out, int from, int count, float[] tails) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, in, from + i);
            FloatVector q = FloatVector.fromArray(FLOATS, tails, i);
            FloatVector negative = x.abs().neg().max(GELU_LOWEST);
            FloatVector u = negative.neg().sub(THREE).div(THREE.sub(negative));
            FloatVector slope = millsSlope(u);
            FloatVector mills = slope.fma(u, MILLS_0);
            FloatVector millsLost = slope.fma(u, MILLS_0.sub(mills));
            FloatVector above = mills.fma(q, mills);
            FloatVector aboveLost = mills.fma(q, mills.sub(above)).add(millsLost);
            FloatVector below = ONE.sub(negative);
            FloatVector belowLost = ONE.sub(below).sub(negative);
            store(above, aboveLost, below, belowLost, tails, i);
        }
    }

    static FloatVector millsSlope(FloatVector u) {
        return MILLS_11.fma(u, MILLS_10)
                .fma(u, MILLS_9)
                .fma(u, MILLS_8)
                .fma(u, MILLS_7)
                .fma(u, MILLS_6)
                .fma(u, MILLS_5)
                .fma(u, MILLS_4)
                .fma(u, MILLS_3)
                .fma(u, MILLS_2)
                .fma(u, MILLS_1);
    }

    private static void mishOperands(float[] in, float[] out, int from, int count, float[] tails) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, in, from + i);
            FloatVector q = FloatVector.fromArray(FLOATS, tails, i);
            FloatVector n = FloatVector.fromArray(FLOATS, tails, i + 4 * TAILS);
            FloatVector z = scaled(ONE.add(q), n);
            VectorMask<Float> left = x.lt(0);
            FloatVector two = ONE.blend(TWO, left);
            FloatVector factor = two.add(z);
            FloatVector factorLost = two.sub(factor).add(z);
            FloatVector doubled = z.add(z).blend(z, left);
            FloatVector below = doubled.fma(factor, two);
            FloatVector belowLost = doubled.fma(factorLost, doubled.fma(factor, two.sub(below)));
            FloatVector leftAbove = factor.fma(q, factor);
            FloatVector leftLost = factor.fma(q, factor.sub(leftAbove)).add(factorLost);
            FloatVector above = doubled.mul(z).blend(leftAbove, left);
            store(above, ZERO.blend(leftLost, left), below, belowLost, tails, i);
            ZERO.blend(n, left).intoArray(tails, i + 4 * TAILS);
        }
    }

    private static void store(
            FloatVector above,
            FloatVector aboveLost,
            FloatVector below,
            FloatVector belowLost,
            float[] tails,
            int i) {
        above.intoArray(tails, i);
        aboveLost.intoArray(tails, i + TAILS);
        below.intoArray(tails, i + 2 * TAILS);
        belowLost.intoArray(tails, i + 3 * TAILS);
    }

    /// The last pass of a gated unit.
    private static void gate(float[] in, float[] out, int from, int count, float[] tails) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, in, from + i);
            FloatVector below = FloatVector.fromArray(FLOATS, tails, i + 2 * TAILS);
            FloatVector reciprocal = ONE.div(below);
            FloatVector above = FloatVector.fromArray(FLOATS, tails, i);
            FloatVector quotient = above.mul(reciprocal);
            FloatVector minus = quotient.neg();
            FloatVector belowLost = FloatVector.fromArray(FLOATS, tails, i + 3 * TAILS);
            FloatVector aboveLost = FloatVector.fromArray(FLOATS, tails, i + TAILS);
            FloatVector rest = minus.fma(belowLost, minus.fma(below, above)).add(aboveLost);
            FloatVector correction = rest.mul(reciprocal);
            FloatVector negative = x.abs().neg().max(GATE_SHUT);
            FloatVector left = negative.fma(quotient, negative.mul(correction));
            VectorMask<Float> isLeft = x.lt(0);
            FloatVector n = FloatVector.fromArray(FLOATS, tails, i + 4 * TAILS);
            FloatVector tail = scaled(quotient.add(correction).blend(left, isLeft), n);
            FloatVector right = x.neg().fma(tail, x).blend(x, x.compare(GT, GATE_OPEN));
            copySign(right.blend(tail, isLeft), x).intoArray(out, from + i);
        }
    }
}
