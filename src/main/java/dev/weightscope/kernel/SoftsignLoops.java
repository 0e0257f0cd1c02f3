package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.ONE;
import static dev.weightscope.kernel.VectorFunctions.copySign;

import jdk.incubator.vector.FloatVector;

/// x / (1 + |x|).
final class SoftsignLoops implements ActivationLoops {
    /// Far above where 1 + |x| is |x| in float, and far below where it would be infinite.
    private static final float HIGHEST = 0x1p60f;

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

    private static float value(float x) {
        float magnitude = Math.min(Math.abs(x), HIGHEST);
        return Math.copySign(magnitude / (1 + magnitude), x);
    }

    /// 1 / (1 + |x|)².
    private static float slope(float x) {
        float reciprocal = 1 / (1 + Math.abs(x));
        return reciprocal * reciprocal;
    }

    static final class InVectors {
        static final VectorLoops LOOPS = new OutOfLineLoops(InVectors.class);

        private InVectors() {}

        static void values(float[] in, float[] out, int from, int end) {
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, in, i);
                FloatVector magnitude = x.abs().min(HIGHEST);
                copySign(magnitude.div(magnitude.add(ONE)), x).intoArray(out, i);
            }
        }

        static void slopes(float[] preActivation, float[] cotangent, int from, int end) {
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
                FloatVector reciprocal = ONE.div(ONE.add(x.abs()));
                FloatVector slope = reciprocal.mul(reciprocal);
                FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
            }
        }
    }
}
