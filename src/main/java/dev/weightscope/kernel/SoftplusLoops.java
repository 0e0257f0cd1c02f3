package dev.weightscope.kernel;

import static dev.weightscope.kernel.ElementaryFunctions.exp;
import static dev.weightscope.kernel.ElementaryFunctions.log1p;
import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.exp;
import static dev.weightscope.kernel.VectorFunctions.log1p;

import jdk.incubator.vector.FloatVector;

/// ln(1 + eˣ), whose slope is the sigmoid function.
final class SoftplusLoops implements ActivationLoops {
    @Override
    public void values(float[] in, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = value(in[i]);
        }
    }

    @Override
    public void slopes(float[] preActivation, float[] cotangent, int from, int to) {
        for (int i = from; i < to; i++) {
            cotangent[i] *= SigmoidLoops.value(preActivation[i]);
        }
    }

    @Override
    public VectorLoops inVectors() {
        return InVectors.LOOPS;
    }

    static float value(float x) {
        return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
    }

    static final class InVectors {
        static final VectorLoops LOOPS = new OutOfLineLoops(InVectors.class);

        private InVectors() {}

        static void values(float[] in, float[] out, int from, int end) {
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, in, i);
                x.max(0).add(log1p(exp(x.abs().neg()))).intoArray(out, i);
            }
        }

        static void slopes(float[] preActivation, float[] cotangent, int from, int end) {
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
                FloatVector slope = SigmoidLoops.InVectors.value(x);
                FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
            }
        }
    }
}
