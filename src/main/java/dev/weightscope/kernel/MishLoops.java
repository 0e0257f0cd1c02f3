package dev.weightscope.kernel;

import static dev.weightscope.kernel.ElementaryFunctions.expm1Reduced;
import static dev.weightscope.kernel.ElementaryFunctions.exponent;
import static dev.weightscope.kernel.ElementaryFunctions.reduced;
import static dev.weightscope.kernel.ElementaryFunctions.scaled;
import static dev.weightscope.kernel.GatedLoops.InVectors.TAILS;
import static dev.weightscope.kernel.GatedLoops.InVectors.store;
import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.ONE;
import static dev.weightscope.kernel.VectorFunctions.constant;
import static dev.weightscope.kernel.VectorFunctions.scaled;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// x·tanh(ln(1 + eˣ)).
final class MishLoops implements ActivationLoops {
    @Override
    public void values(float[] in, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = value(in[i]);
        }
    }

    @Override
    public void slopes(float[] preActivation, float[] cotangent, int from, int to) {
        for (int i = from; i < to; i++) {
            cotangent[i] *= slope(preActivation[i]);
        }
    }

    @Override
    public VectorLoops inVectors() {
        return InVectors.LOOPS;
    }

    /// With z = e^(−|x|) the tail is z·(2 + z) / (2 + z·(2 + z)) below zero, 2z² / (1 + 2z·(1 + z))
    /// above.
    private static float value(float x) {
        float negative = Math.max(-Math.abs(x), GatedLoops.SHUT);
        float n = exponent(negative);
        float q = expm1Reduced(reduced(negative, n));
        float z = scaled(1 + q, n);
        boolean left = x < 0;
        float two = left ? 2 : 1;
        float factor = two + z;
        float factorLost = two - factor + z;
        float doubled = left ? z : 2 * z;
        float below = Math.fma(doubled, factor, two);
        float belowLost = Math.fma(doubled, factorLost, Math.fma(doubled, factor, two - below));
        float leftAbove = Math.fma(factor, q, factor);
        float leftLost = Math.fma(factor, q, factor - leftAbove) + factorLost;
        float above = left ? leftAbove : doubled * z;
        float aboveLost = left ? leftLost : 0;
        return GatedLoops.value(x, above, aboveLost, below, belowLost, left ? n : 0);
    }

    /// With T = tanh(ln(1 + eˣ)), T + x·(1 − T²)·σ(x): below zero z·((2 + z)·D − 4·|x|·(1 + z)) /
    /// D² for D = 2 + 2z + z²; above, 1 − 2z²·(D − 2x·(1 + z)) / D² for D = 1 + 2z + 2z².
    private static float slope(float x) {
        float negative = Math.max(-Math.abs(x), GatedLoops.SHUT);
        float n = exponent(negative);
        float above = 1 + expm1Reduced(reduced(negative, n));
        float z = scaled(above, n);
        boolean left = x < 0;
        float two = left ? 2 : 1;
        float doubled = left ? z : 2 * z;
        float below = Math.fma(doubled, two + z, two);
        float times = left ? 2 + z : 1;
        float pull = 2 * two * (1 + z);
        float factor = Math.fma(negative, pull, times * below) / (below * below);
        return GatedLoops.slope(x, scaled(above * (left ? 1 : doubled) * factor, n));
    }

    private static final class InVectors {
        static final VectorLoops LOOPS =
                new GatedLoops.InVectors(
                        List.of(
                                GatedLoops.InVectors::exponential,
                                InVectors::operands,
                                GatedLoops.InVectors::gate),
                        List.of(GatedLoops.InVectors::exponential, InVectors::slope));

        private static final FloatVector ZERO = constant(0);
        private static final FloatVector TWO = constant(2);

        private InVectors() {}

        private static void operands(float[] in, float[] out, int from, int count, float[] tails) {
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
                FloatVector belowLost =
                        doubled.fma(factorLost, doubled.fma(factor, two.sub(below)));
                FloatVector leftAbove = factor.fma(q, factor);
                FloatVector leftLost = factor.fma(q, factor.sub(leftAbove)).add(factorLost);
                FloatVector above = doubled.mul(z).blend(leftAbove, left);
                store(above, ZERO.blend(leftLost, left), below, belowLost, tails, i);
                ZERO.blend(n, left).intoArray(tails, i + 4 * TAILS);
            }
        }

        private static void slope(
                float[] preActivation, float[] cotangent, int from, int count, float[] tails) {
            for (int i = 0; i < count; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, preActivation, from + i);
                FloatVector q = FloatVector.fromArray(FLOATS, tails, i);
                FloatVector n = FloatVector.fromArray(FLOATS, tails, i + 4 * TAILS);
                FloatVector negative = x.abs().neg().max(GatedLoops.SHUT);
                FloatVector above = ONE.add(q);
                FloatVector z = scaled(above, n);
                VectorMask<Float> left = x.lt(0);
                FloatVector two = ONE.blend(TWO, left);
                FloatVector doubled = TWO.mul(z).blend(z, left);
                FloatVector below = doubled.fma(two.add(z), two);
                FloatVector times = ONE.blend(TWO.add(z), left);
                FloatVector pull = TWO.mul(two).mul(ONE.add(z));
                FloatVector factor = negative.fma(pull, times.mul(below)).div(below.mul(below));
                FloatVector tail = scaled(above.mul(doubled.blend(ONE, left)).mul(factor), n);
                FloatVector slope = ONE.sub(tail).blend(tail, left);
                FloatVector before = FloatVector.fromArray(FLOATS, cotangent, from + i);
                before.mul(slope).intoArray(cotangent, from + i);
            }
        }
    }
}
