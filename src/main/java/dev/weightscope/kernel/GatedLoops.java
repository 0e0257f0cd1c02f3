package dev.weightscope.kernel;

import static dev.weightscope.kernel.ElementaryFunctions.scaled;
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

/// What silu, gelu and mish have in common: each is x times a gate that goes from 0 to 1, and each
/// computes what the gate lacks of the nearer of both, its tail T, in a product that is rounded to
/// float's range once, at the end. So both sides keep their relative accuracy down to subnormal
/// results.
///
/// In vectors, passes over a part of the array that stays in the first-level cache compute the
/// power of e, then the operands of the tail's quotient, then the result. The scratch memory
/// between them has a fifth for each of five values, the last one the exponent. The JIT compiler
/// keeps vectors in registers only in methods up to some size; called from one place through an
/// interface, the passes are compiled each by itself.
final class GatedLoops {
    /// Below this x times its gate is 0 in float.
    static final float SHUT = -120;

    /// Above this x times its gate is x in float.
    private static final float OPEN = 20;

    private GatedLoops() {}

    /// x·T below zero, x − x·T above, for T = (above + aboveLost) / (below + belowLost)·2ⁿ: what
    /// the rounding of the operands lost corrects the quotient.
    static float value(
            float x, float above, float aboveLost, float below, float belowLost, float n) {
        float reciprocal = 1 / below;
        float quotient = above * reciprocal;
        float rest = Math.fma(-quotient, belowLost, Math.fma(-quotient, below, above)) + aboveLost;
        float correction = rest * reciprocal;
        float negative = Math.max(-Math.abs(x), SHUT);
        float left = scaled(Math.fma(negative, quotient, negative * correction), n);
        float right = Math.fma(-x, scaled(quotient + correction, n), x);
        float value = x < 0 ? left : x > OPEN ? x : right;
        return Math.copySign(value, x);
    }

    /// A slope that goes from 0 to 1, of what it lacks of the nearer of both.
    static float slope(float x, float tail) {
        return x < 0 ? tail : 1 - tail;
    }

    /// A pass over a part of an array.
    interface Pass {
        /// @param count of the part's elements
        /// @param tails scratch memory of [VectorLoops#WORK] floats
        void run(float[] in, float[] out, int from, int count, float[] tails);
    }

    /// The passes of values and of slopes.
    record InVectors(List<Pass> valuePasses, List<Pass> slopePasses) implements VectorLoops {
        /// Elements of a part.
        static final int TAILS = WORK / 5;

        private static final FloatVector SHUT = constant(GatedLoops.SHUT);
        private static final FloatVector OPEN = constant(GatedLoops.OPEN);

        @Override
        public void values(float[] in, float[] out, int from, int end, float[] work) {
            run(valuePasses, in, out, from, end, work);
        }

        @Override
        public void slopes(
                float[] preActivation, float[] cotangent, int from, int end, float[] work) {
            run(slopePasses, preActivation, cotangent, from, end, work);
        }

        private static void run(
                List<Pass> passes, float[] in, float[] out, int from, int end, float[] work) {
            for (int start = from; start < end; start += TAILS) {
                int count = Math.min(TAILS, end - start);
                for (Pass pass : passes) {
                    pass.run(in, out, start, count, work);
                }
            }
        }

        /// The first pass of silu and mish: e^(−|x|) = (1 + q)·2ⁿ.
        static void exponential(float[] in, float[] out, int from, int count, float[] tails) {
            for (int i = 0; i < count; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, in, from + i);
                FloatVector power = x.abs().neg().max(SHUT);
                FloatVector n = exponent(power);
                expm1Reduced(reduced(power, n)).intoArray(tails, i);
                n.intoArray(tails, i + 4 * TAILS);
            }
        }

        /// Keeps the operands of [GatedLoops#value] for the last pass.
        static void store(
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

        /// The last pass of values: [GatedLoops#value].
        static void gate(float[] in, float[] out, int from, int count, float[] tails) {
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
                FloatVector negative = x.abs().neg().max(SHUT);
                FloatVector left = negative.fma(quotient, negative.mul(correction));
                VectorMask<Float> isLeft = x.lt(0);
                FloatVector n = FloatVector.fromArray(FLOATS, tails, i + 4 * TAILS);
                FloatVector tail = scaled(quotient.add(correction).blend(left, isLeft), n);
                FloatVector right = x.neg().fma(tail, x).blend(x, x.compare(GT, OPEN));
                copySign(right.blend(tail, isLeft), x).intoArray(out, from + i);
            }
        }
    }
}
