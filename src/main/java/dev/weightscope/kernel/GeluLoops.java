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
import static dev.weightscope.kernel.VectorFunctions.expm1Reduced;
import static dev.weightscope.kernel.VectorFunctions.exponent;
import static dev.weightscope.kernel.VectorFunctions.reduced;
import static dev.weightscope.kernel.VectorFunctions.scaled;

import java.util.List;
import jdk.incubator.vector.FloatVector;

/// x·Φ(x).
final class GeluLoops implements ActivationLoops {
    /// Below this Φ is 0 in float.
    private static final float LOWEST = -15;

    /// The density of the normal distribution at 0, 1 / √(2π).
    private static final float DENSITY = 0.3989423f;

    // p(u) of [#value].

    private static final float MILLS_11 = 2.3361363e-5f;
    private static final float MILLS_10 = 8.988095e-5f;
    private static final float MILLS_9 = 4.0687605e-6f;
    private static final float MILLS_8 = -5.188535e-4f;
    private static final float MILLS_7 = -3.4861293e-4f;
    private static final float MILLS_6 = 0.0030113256f;
    private static final float MILLS_5 = 0.0011597908f;
    private static final float MILLS_4 = -0.02273025f;
    private static final float MILLS_3 = 0.045163933f;
    private static final float MILLS_2 = -0.01643211f;
    private static final float MILLS_1 = -0.09652676f;
    private static final float MILLS_0 = 0.4860558f;

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

    /// With the tail Φ(−|x|) = e^(−x²/2)·M(|x|) for Mills' ratio M over √(2π), which is p(u) / (1 +
    /// |x|) with u = (|x| − 3) / (|x| + 3). What x² loses in rounding is added to the exponent.
    private static float value(float x) {
        float negative = Math.max(-Math.abs(x), LOWEST);
        float square = negative * negative;
        float lost = Math.fma(negative, negative, -square);
        float power = -0.5f * square;
        float n = exponent(power);
        float q = expm1Reduced(Math.fma(-0.5f, lost, reduced(power, n)));
        float u = (-negative - 3) / (3 - negative);
        float slope = millsSlope(u);
        float mills = Math.fma(slope, u, MILLS_0);
        float millsLost = Math.fma(slope, u, MILLS_0 - mills);
        float above = Math.fma(mills, q, mills);
        float aboveLost = Math.fma(mills, q, mills - above) + millsLost;
        float below = 1 - negative;
        return GatedLoops.value(x, above, aboveLost, below, 1 - below - negative, n);
    }

    /// (p(u) − p(0)) / u.
    private static float millsSlope(float u) {
        float sum = MILLS_11;
        sum = Math.fma(sum, u, MILLS_10);
        sum = Math.fma(sum, u, MILLS_9);
        sum = Math.fma(sum, u, MILLS_8);
        sum = Math.fma(sum, u, MILLS_7);
        sum = Math.fma(sum, u, MILLS_6);
        sum = Math.fma(sum, u, MILLS_5);
        sum = Math.fma(sum, u, MILLS_4);
        sum = Math.fma(sum, u, MILLS_3);
        sum = Math.fma(sum, u, MILLS_2);
        return Math.fma(sum, u, MILLS_1);
    }

    /// Φ(x) + x·φ(x), φ being the normal density: below zero s = e^(−x²/2)·(M(|x|) − |x| / √(2π));
    /// above, 1 − s.
    private static float slope(float x) {
        float negative = Math.max(-Math.abs(x), LOWEST);
        float square = negative * negative;
        float lost = Math.fma(negative, negative, -square);
        float power = -0.5f * square;
        float n = exponent(power);
        float q = expm1Reduced(Math.fma(-0.5f, lost, reduced(power, n)));
        float u = (-negative - 3) / (3 - negative);
        float mills = Math.fma(millsSlope(u), u, MILLS_0);
        float factor = Math.fma(negative, DENSITY, mills / (1 - negative));
        return GatedLoops.slope(x, scaled(Math.fma(factor, q, factor), n));
    }

    private static final class InVectors {
        static final VectorLoops LOOPS =
                new GatedLoops.InVectors(
                        List.of(
                                InVectors::gaussian,
                                InVectors::operands,
                                GatedLoops.InVectors::gate),
                        List.of(InVectors::gaussian, InVectors::slope));

        private static final FloatVector MILLS_11 = constant(GeluLoops.MILLS_11);
        private static final FloatVector MILLS_10 = constant(GeluLoops.MILLS_10);
        private static final FloatVector MILLS_9 = constant(GeluLoops.MILLS_9);
        private static final FloatVector MILLS_8 = constant(GeluLoops.MILLS_8);
        private static final FloatVector MILLS_7 = constant(GeluLoops.MILLS_7);
        private static final FloatVector MILLS_6 = constant(GeluLoops.MILLS_6);
        private static final FloatVector MILLS_5 = constant(GeluLoops.MILLS_5);
        private static final FloatVector MILLS_4 = constant(GeluLoops.MILLS_4);
        private static final FloatVector MILLS_3 = constant(GeluLoops.MILLS_3);
        private static final FloatVector MILLS_2 = constant(GeluLoops.MILLS_2);
        private static final FloatVector MILLS_1 = constant(GeluLoops.MILLS_1);
        private static final FloatVector MILLS_0 = constant(GeluLoops.MILLS_0);

        private static final FloatVector LOWEST = constant(GeluLoops.LOWEST);
        private static final FloatVector DENSITY = constant(GeluLoops.DENSITY);
        private static final FloatVector THREE = constant(3);
        private static final FloatVector MINUS_HALF = constant(-0.5f);

        private InVectors() {}

        /// e^(−x²/2) = (1 + q)·2ⁿ.
        private static void gaussian(float[] in, float[] out, int from, int count, float[] tails) {
            for (int i = 0; i < count; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, in, from + i);
                FloatVector negative = x.abs().neg().max(LOWEST);
                FloatVector square = negative.mul(negative);
                FloatVector lost = negative.fma(negative, square.neg());
                FloatVector power = square.mul(MINUS_HALF);
                FloatVector n = exponent(power);
                expm1Reduced(MINUS_HALF.fma(lost, reduced(power, n))).intoArray(tails, i);
                n.intoArray(tails, i + 4 * TAILS);
            }
        }

        private static void operands(float[] in, float[] out, int from, int count, float[] tails) {
            for (int i = 0; i < count; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, in, from + i);
                FloatVector q = FloatVector.fromArray(FLOATS, tails, i);
                FloatVector negative = x.abs().neg().max(LOWEST);
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

        private static FloatVector millsSlope(FloatVector u) {
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

        private static void slope(
                float[] preActivation, float[] cotangent, int from, int count, float[] tails) {
            for (int i = 0; i < count; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, preActivation, from + i);
                FloatVector q = FloatVector.fromArray(FLOATS, tails, i);
                FloatVector n = FloatVector.fromArray(FLOATS, tails, i + 4 * TAILS);
                FloatVector negative = x.abs().neg().max(LOWEST);
                FloatVector u = negative.neg().sub(THREE).div(THREE.sub(negative));
                FloatVector mills = millsSlope(u).fma(u, MILLS_0);
                FloatVector factor = negative.fma(DENSITY, mills.div(ONE.sub(negative)));
                FloatVector tail = scaled(factor.fma(q, factor), n);
                FloatVector slope = ONE.sub(tail).blend(tail, x.lt(0));
                FloatVector before = FloatVector.fromArray(FLOATS, cotangent, from + i);
                before.mul(slope).intoArray(cotangent, from + i);
            }
        }
    }
}
