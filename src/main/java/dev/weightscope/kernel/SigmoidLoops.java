package dev.weightscope.kernel;

import static dev.weightscope.kernel.ElementaryFunctions.QUARTER_EXP_LOWEST;
import static dev.weightscope.kernel.ElementaryFunctions.exp;
import static dev.weightscope.kernel.ElementaryFunctions.expm1Reduced;
import static dev.weightscope.kernel.ElementaryFunctions.exponent;
import static dev.weightscope.kernel.ElementaryFunctions.reduced;
import static dev.weightscope.kernel.ElementaryFunctions.refined;
import static dev.weightscope.kernel.ElementaryFunctions.scaled;
import static dev.weightscope.kernel.ElementaryFunctions.squareOfOnePlus;
import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.ONE;
import static dev.weightscope.kernel.VectorFunctions.exp;
import static dev.weightscope.kernel.VectorFunctions.expm1Reduced;
import static dev.weightscope.kernel.VectorFunctions.exponent;
import static dev.weightscope.kernel.VectorFunctions.integer;
import static dev.weightscope.kernel.VectorFunctions.powerOfTwo;
import static dev.weightscope.kernel.VectorFunctions.reduced;
import static dev.weightscope.kernel.VectorFunctions.refined;
import static dev.weightscope.kernel.VectorFunctions.squareOfOnePlus;
import static jdk.incubator.vector.VectorOperators.ASHR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// 1 / (1 + e⁻ˣ).
final class SigmoidLoops implements ActivationLoops {
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

    /// z / (1 + z) for x < 0, else 1 / (1 + z), with z = e^(−|x|).
    static float value(float x) {
        float z = exp(-Math.abs(x));
        float above = x < 0 ? z : 1;
        float below = 1 + z;
        float lost = 1 - below + z;
        return refined(above, below, lost);
    }

    /// σ(x)·σ(−x) = z / (1 + z)² with z = e^(−|x|).
    private static float slope(float x) {
        float power = Math.max(-Math.abs(x), QUARTER_EXP_LOWEST);
        float n = exponent(power);
        float above = 1 + expm1Reduced(reduced(power, n));
        return scaled(above / squareOfOnePlus(scaled(above, n)), n);
    }

    static final class InVectors {
        static final VectorLoops LOOPS = new OutOfLineLoops(InVectors.class);

        private InVectors() {}

        static void values(float[] in, float[] out, int from, int end) {
            for (int i = from; i < end; i += LANES) {
                value(FloatVector.fromArray(FLOATS, in, i)).intoArray(out, i);
            }
        }

        static FloatVector value(FloatVector x) {
            FloatVector z = exp(x.abs().neg());
            FloatVector above = ONE.blend(z, x.lt(0));
            FloatVector below = z.add(ONE);
            FloatVector lost = ONE.sub(below).add(z);
            return refined(above, below, lost);
        }

        static void slopes(float[] preActivation, float[] cotangent, int from, int end) {
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
                FloatVector power = x.abs().neg().max(QUARTER_EXP_LOWEST);
                FloatVector n = exponent(power);
                FloatVector above = ONE.add(expm1Reduced(reduced(power, n)));
                IntVector whole = integer(n);
                IntVector half = whole.lanewise(ASHR, 1);
                FloatVector low = powerOfTwo(half);
                FloatVector high = powerOfTwo(whole.sub(half));
                FloatVector quotient = above.div(squareOfOnePlus(above.mul(low).mul(high)));
                FloatVector slope = quotient.mul(low).mul(high);
                FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
            }
        }
    }
}
