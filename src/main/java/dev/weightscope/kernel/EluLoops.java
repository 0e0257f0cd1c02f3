package dev.weightscope.kernel;

import static dev.weightscope.kernel.ElementaryFunctions.exp;
import static dev.weightscope.kernel.ElementaryFunctions.expm1;
import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.ONE;
import static dev.weightscope.kernel.VectorFunctions.exp;
import static dev.weightscope.kernel.VectorFunctions.expm1;
import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;

/// x for x > 0, else eˣ − 1.
final class EluLoops implements ActivationLoops {
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
        return x > 0 ? x : expm1(Math.min(x, 0));
    }

    private static float slope(float x) {
        return x > 0 ? 1 : exp(Math.min(x, 0));
    }

    static final class InVectors {
        static final VectorLoops LOOPS = new OutOfLineLoops(InVectors.class);

        private InVectors() {}

        static void values(float[] in, float[] out, int from, int end) {
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, in, i);
                expm1(x.min(0)).blend(x, x.compare(GT, 0)).intoArray(out, i);
            }
        }

        static void slopes(float[] preActivation, float[] cotangent, int from, int end) {
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
                FloatVector slope = exp(x.min(0)).blend(ONE, x.compare(GT, 0));
                FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
            }
        }
    }
}
