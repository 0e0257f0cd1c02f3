package dev.weightscope.kernel;

import static dev.weightscope.kernel.ElementaryFunctions.EXPM1_LOWEST;
import static dev.weightscope.kernel.ElementaryFunctions.LOG2_E;
import static dev.weightscope.kernel.ElementaryFunctions.QUARTER_EXP_LOWEST;
import static dev.weightscope.kernel.ElementaryFunctions.ROUNDER;
import static dev.weightscope.kernel.ElementaryFunctions.expm1Reduced;
import static dev.weightscope.kernel.ElementaryFunctions.exponent;
import static dev.weightscope.kernel.ElementaryFunctions.powerOfTwo;
import static dev.weightscope.kernel.ElementaryFunctions.reduced;
import static dev.weightscope.kernel.ElementaryFunctions.scaled;
import static dev.weightscope.kernel.ElementaryFunctions.squareOfOnePlus;
import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.ONE;
import static dev.weightscope.kernel.VectorFunctions.ROUNDER_BITS;
import static dev.weightscope.kernel.VectorFunctions.constant;
import static dev.weightscope.kernel.VectorFunctions.expm1Reduced;
import static dev.weightscope.kernel.VectorFunctions.powerOfTwo;
import static dev.weightscope.kernel.VectorFunctions.reduced;
import static dev.weightscope.kernel.VectorFunctions.squareOfOnePlus;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.BITWISE_BLEND;
import static jdk.incubator.vector.VectorOperators.LSHL;

import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// tanh x.
final class TanhLoops implements ActivationLoops, FusedLoops {
    /// The exponent of e^(−2|x|) below which tanh is computed as 1 minus a small quotient.
    private static final float MIDDLE = -2;

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

    /// |tanh x| from where on it does not grow.
    private static final float LARGEST = value(Float.POSITIVE_INFINITY);

    private static final int ONE_BITS = Float.floatToRawIntBits(1);

    /// e^x is a normal float down to here.
    private static final float LOWEST_NORMAL = -87;

    /// Where |x| is small the quotient is −|tanh x|, elsewhere it is 1 − |tanh x|.
    @Override
    public void valuesAndSlopes(float[] values, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            float x = values[i];
            float doubled = -2 * Math.abs(x);
            float clamped = Math.max(doubled, LOWEST_NORMAL);
            float n = exponent(clamped);
            float power = powerOfTwo((int) n);
            float twice = power + power;
            float q = expm1Reduced(reduced(clamped, n));
            float below = Math.fma(power, q, power + 1);
            boolean far = n < MIDDLE;
            float above = Math.fma(far ? twice : power, q, far ? twice : power - 1);
            float quotient = above / below;
            float value = far ? 1 - quotient : quotient;
            out[i] = Math.copySign(doubled < EXPM1_LOWEST ? LARGEST : value, x);
            values[i] = Math.fma(-quotient, quotient, far ? quotient + quotient : 1);
        }
    }

    @Override
    public void vectorValuesAndSlopes(float[] values, float[] out, int from, int end) {
        try {
            InVectors.FUSED[0].invokeExact(values, out, from, end);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
    }

    /// With z = e^(−2|x|): (1 − z) / (1 + z) for small |x|, else 1 − 2z / (1 + z), both by one
    /// division.
    static float value(float x) {
        float clamped = Math.max(-2 * Math.abs(x), EXPM1_LOWEST);
        float n = exponent(clamped);
        float power = powerOfTwo((int) n);
        float q = expm1Reduced(reduced(clamped, n));
        float below = Math.fma(power, q, power + 1);
        float quotient =
                (n < MIDDLE ? 2 * Math.fma(power, q, power) : -Math.fma(power, q, power - 1))
                        / below;
        return Math.copySign(n < MIDDLE ? 1 - quotient : quotient, x);
    }

    /// 1 / cosh² x = 4z / (1 + z)² with z = e^(−2|x|). 1 − tanh² would be 0 from |x| = 9 on, where
    /// a gradient has not vanished yet.
    private static float slope(float x) {
        float power = Math.max(-2 * Math.abs(x), QUARTER_EXP_LOWEST);
        float n = exponent(power);
        float above = 1 + expm1Reduced(reduced(power, n));
        return scaled(above / squareOfOnePlus(scaled(above, n)), n + 2);
    }

    static final class InVectors {
        static final VectorLoops LOOPS = new OutOfLineLoops(InVectors.class);
        static final MethodHandle[] FUSED =
                OutOfLine.handle(
                        InVectors.class,
                        "valuesAndSlopes",
                        float[].class,
                        float[].class,
                        int.class,
                        int.class);

        private InVectors() {}

        /// The power of two is made of the bits of the rounded exponent, the bound is taken by a
        /// comparison, and the sign by a blend of bits: conversions to int, extremes and absolute
        /// values have to look for numbers that do not occur here, and this loop takes as long as
        /// it has operations.
        static void values(float[] in, float[] out, int from, int end) {
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, in, i);
                FloatVector doubled = x.abs().mul(-2);
                FloatVector clamped = doubled.blend(EXPM1_LOWEST, doubled.lt(EXPM1_LOWEST));
                FloatVector rounded = clamped.fma(constant(LOG2_E), constant(ROUNDER));
                FloatVector n = rounded.sub(ROUNDER);
                IntVector exponent = rounded.reinterpretAsInts().lanewise(LSHL, 23);
                FloatVector power = exponent.add(ONE_BITS).reinterpretAsFloats();
                FloatVector q = expm1Reduced(reduced(clamped, n));
                FloatVector below = power.fma(q, power.add(ONE));
                VectorMask<Float> far = n.lt(MIDDLE);
                FloatVector twice = power.add(power);
                FloatVector above =
                        power.blend(twice, far).fma(q, power.sub(ONE).blend(twice, far));
                FloatVector quotient = above.div(below);
                FloatVector value = quotient.blend(ONE.sub(quotient), far);
                x.reinterpretAsInts()
                        .lanewise(BITWISE_BLEND, value.reinterpretAsInts(), Integer.MAX_VALUE)
                        .reinterpretAsFloats()
                        .intoArray(out, i);
            }
        }

        /// As [#values].
        static void valuesAndSlopes(float[] values, float[] out, int from, int end) {
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, values, i);
                FloatVector doubled = x.abs().mul(-2);
                FloatVector clamped = doubled.blend(LOWEST_NORMAL, doubled.lt(LOWEST_NORMAL));
                FloatVector rounded = clamped.fma(constant(LOG2_E), constant(ROUNDER));
                FloatVector n = rounded.sub(ROUNDER);
                IntVector exponent = rounded.reinterpretAsInts().lanewise(LSHL, 23);
                FloatVector power = exponent.add(ONE_BITS).reinterpretAsFloats();
                FloatVector twice = power.add(power);
                FloatVector q = expm1Reduced(reduced(clamped, n));
                FloatVector below = power.fma(q, power.add(ONE));
                VectorMask<Float> far = n.lt(MIDDLE);
                FloatVector above =
                        power.blend(twice, far).fma(q, power.sub(ONE).blend(twice, far));
                FloatVector quotient = above.div(below);
                FloatVector value =
                        quotient.blend(ONE.sub(quotient), far)
                                .blend(LARGEST, doubled.lt(EXPM1_LOWEST));
                x.reinterpretAsInts()
                        .lanewise(BITWISE_BLEND, value.reinterpretAsInts(), Integer.MAX_VALUE)
                        .reinterpretAsFloats()
                        .intoArray(out, i);
                quotient.neg()
                        .fma(quotient, ONE.blend(quotient.add(quotient), far))
                        .intoArray(values, i);
            }
        }

        /// As [#values]; and the two factors of a power of two are computed once for both that are
        /// needed, which differ by 4: with more operations the JIT compiler would no longer inline
        /// the last one.
        static void slopes(float[] preActivation, float[] cotangent, int from, int end) {
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
                FloatVector doubled = x.abs().mul(-2);
                FloatVector power =
                        doubled.blend(QUARTER_EXP_LOWEST, doubled.lt(QUARTER_EXP_LOWEST));
                FloatVector rounded = power.fma(constant(LOG2_E), constant(ROUNDER));
                FloatVector n = rounded.sub(ROUNDER);
                FloatVector above = ONE.add(expm1Reduced(reduced(power, n)));
                IntVector whole = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
                IntVector half = whole.lanewise(ASHR, 1);
                FloatVector low = powerOfTwo(half);
                FloatVector high = powerOfTwo(whole.sub(half));
                FloatVector quotient = above.div(squareOfOnePlus(above.mul(low).mul(high)));
                FloatVector slope = quotient.mul(low.add(low)).mul(high.add(high));
                FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
            }
        }
    }
}
