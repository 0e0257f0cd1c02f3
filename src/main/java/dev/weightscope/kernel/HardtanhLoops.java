package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.ONE;
import static dev.weightscope.kernel.VectorFunctions.constant;
import static jdk.incubator.vector.VectorOperators.IS_NAN;

import jdk.incubator.vector.FloatVector;

/// x within −1..1, else the nearer of both.
final class HardtanhLoops implements ActivationLoops {
    @Override
    public void values(float[] in, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.min(Math.max(in[i], -1), 1);
        }
    }

    @Override
    public void slopes(float[] preActivation, float[] cotangent, int from, int to) {
        for (int i = from; i < to; i++) {
            cotangent[i] *= UnitStep.of(1 - Math.abs(preActivation[i]));
        }
    }

    @Override
    public VectorLoops inVectors() {
        return new InVectors(this);
    }

    /// The JIT compiler turns the plain loop of the values into vectors by itself.
    private record InVectors(HardtanhLoops plain) implements VectorLoops {
        private static final FloatVector ZERO = constant(0);

        @Override
        public void values(float[] in, float[] out, int from, int end, float[] work) {
            plain.values(in, out, from, end);
        }

        @Override
        public void slopes(
                float[] preActivation, float[] cotangent, int from, int end, float[] work) {
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
                FloatVector slope = ZERO.blend(ONE, x.abs().lt(1)).blend(x, x.test(IS_NAN));
                FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
            }
        }
    }
}
