package dev.weightscope.kernel;

import static dev.weightscope.kernel.ElementaryFunctions.EXPM1_LOWEST;
import static dev.weightscope.kernel.ElementaryFunctions.expm1;
import static dev.weightscope.kernel.ElementaryFunctions.expm1Reduced;
import static dev.weightscope.kernel.ElementaryFunctions.exponent;
import static dev.weightscope.kernel.ElementaryFunctions.reduced;
import static dev.weightscope.kernel.ElementaryFunctions.scaled;
import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.ONE;
import static dev.weightscope.kernel.VectorFunctions.constant;
import static dev.weightscope.kernel.VectorFunctions.copySign;
import static dev.weightscope.kernel.VectorFunctions.expm1Reduced;
import static dev.weightscope.kernel.VectorFunctions.exponent;
import static dev.weightscope.kernel.VectorFunctions.integer;
import static dev.weightscope.kernel.VectorFunctions.powerOfTwo;
import static dev.weightscope.kernel.VectorFunctions.reduced;
import static dev.weightscope.kernel.VectorFunctions.scaled;

import jdk.incubator.vector.FloatVector;

/// erf x.
final class ErfLoops implements ActivationLoops {
    /// Below this erf is its odd series, above it 1 − erfc.
    private static final float MIDDLE = 0.92f;

    /// Above this erf is 1 in float.
    private static final float HIGHEST = 4;

    /// Above this e^(−x²) is 0 in float.
    private static final float SLOPE_HIGHEST = 11;

    /// 2 / √π.
    private static final float SCALE = 1.1283792f;

    // p of x + x·p(x²), for 0..0.92.

    private static final float NEAR_6 = 8.212246e-5f;
    private static final float NEAR_5 = -8.105208e-4f;
    private static final float NEAR_4 = 0.0051977267f;
    private static final float NEAR_3 = -0.026858067f;
    private static final float NEAR_2 = 0.11283671f;
    private static final float NEAR_1 = -0.37612632f;
    private static final float NEAR_0 = 0.12837917f;

    // p = −ln erfc, for 0.92..4.

    private static final float FAR_7 = 2.082322e-5f;
    private static final float FAR_6 = -4.3134348e-4f;
    private static final float FAR_5 = 0.0041560633f;
    private static final float FAR_4 = -0.025080232f;
    private static final float FAR_3 = 0.10821996f;
    private static final float FAR_2 = 0.6334011f;
    private static final float FAR_1 = 1.1294883f;
    private static final float FAR_0 = -1.6920509e-4f;

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

    static float value(float x) {
        float t = Math.min(Math.abs(x), HIGHEST);
        float value = t < MIDDLE ? near(t) : far(t);
        return Math.copySign(value, x);
    }

    private static float near(float x) {
        float v = x * x;
        float sum = NEAR_6;
        sum = Math.fma(sum, v, NEAR_5);
        sum = Math.fma(sum, v, NEAR_4);
        sum = Math.fma(sum, v, NEAR_3);
        sum = Math.fma(sum, v, NEAR_2);
        sum = Math.fma(sum, v, NEAR_1);
        sum = Math.fma(sum, v, NEAR_0);
        return Math.fma(x, sum, x);
    }

    /// 1 − e^(−p(t)).
    private static float far(float t) {
        float sum = FAR_7;
        sum = Math.fma(sum, t, FAR_6);
        sum = Math.fma(sum, t, FAR_5);
        sum = Math.fma(sum, t, FAR_4);
        sum = Math.fma(sum, t, FAR_3);
        sum = Math.fma(sum, t, FAR_2);
        sum = Math.fma(sum, t, FAR_1);
        sum = Math.fma(sum, t, FAR_0);
        return -expm1(-sum);
    }

    /// 2/√π·e^(−x²). What x² loses in rounding is added to the exponent.
    private static float slope(float x) {
        float t = Math.min(Math.abs(x), SLOPE_HIGHEST);
        float negative = -t * t;
        float lost = Math.fma(-t, t, -negative);
        float n = exponent(negative);
        float q = expm1Reduced(reduced(negative, n) + lost);
        return scaled(Math.fma(SCALE, q, SCALE), n);
    }

    static final class InVectors {
        static final VectorLoops LOOPS = new OutOfLineLoops(InVectors.class);

        private static final FloatVector NEAR_6 = constant(ErfLoops.NEAR_6);
        private static final FloatVector NEAR_5 = constant(ErfLoops.NEAR_5);
        private static final FloatVector NEAR_4 = constant(ErfLoops.NEAR_4);
        private static final FloatVector NEAR_3 = constant(ErfLoops.NEAR_3);
        private static final FloatVector NEAR_2 = constant(ErfLoops.NEAR_2);
        private static final FloatVector NEAR_1 = constant(ErfLoops.NEAR_1);
        private static final FloatVector NEAR_0 = constant(ErfLoops.NEAR_0);

        private static final FloatVector FAR_7 = constant(ErfLoops.FAR_7);
        private static final FloatVector FAR_6 = constant(ErfLoops.FAR_6);
        private static final FloatVector FAR_5 = constant(ErfLoops.FAR_5);
        private static final FloatVector FAR_4 = constant(ErfLoops.FAR_4);
        private static final FloatVector FAR_3 = constant(ErfLoops.FAR_3);
        private static final FloatVector FAR_2 = constant(ErfLoops.FAR_2);
        private static final FloatVector FAR_1 = constant(ErfLoops.FAR_1);
        private static final FloatVector FAR_0 = constant(ErfLoops.FAR_0);

        private static final FloatVector SCALE = constant(ErfLoops.SCALE);

        private InVectors() {}

        static void values(float[] in, float[] out, int from, int end) {
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, in, i);
                FloatVector t = x.abs().min(HIGHEST);
                copySign(minusFar(t).blend(near(t), t.lt(MIDDLE)), x).intoArray(out, i);
            }
        }

        private static FloatVector near(FloatVector x) {
            FloatVector v = x.mul(x);
            FloatVector sum = NEAR_6;
            sum = sum.fma(v, NEAR_5);
            sum = sum.fma(v, NEAR_4);
            sum = sum.fma(v, NEAR_3);
            sum = sum.fma(v, NEAR_2);
            sum = sum.fma(v, NEAR_1);
            sum = sum.fma(v, NEAR_0);
            return x.fma(sum, x);
        }

        /// e^(−p(t)) − 1, which lacks the sign that the caller sets.
        private static FloatVector minusFar(FloatVector t) {
            FloatVector sum = FAR_7;
            sum = sum.fma(t, FAR_6);
            sum = sum.fma(t, FAR_5);
            sum = sum.fma(t, FAR_4);
            sum = sum.fma(t, FAR_3);
            sum = sum.fma(t, FAR_2);
            sum = sum.fma(t, FAR_1);
            sum = sum.fma(t, FAR_0);
            FloatVector clamped = sum.neg().max(EXPM1_LOWEST);
            FloatVector n = exponent(clamped);
            FloatVector power = powerOfTwo(integer(n));
            return power.fma(expm1Reduced(reduced(clamped, n)), power.sub(ONE));
        }

        static void slopes(float[] preActivation, float[] cotangent, int from, int end) {
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
                FloatVector t = x.abs().min(SLOPE_HIGHEST);
                FloatVector negative = t.neg().mul(t);
                FloatVector lost = t.neg().fma(t, negative.neg());
                FloatVector n = exponent(negative);
                FloatVector q = expm1Reduced(reduced(negative, n).add(lost));
                FloatVector slope = scaled(SCALE.fma(q, SCALE), n);
                FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
            }
        }
    }
}
