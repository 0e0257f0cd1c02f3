package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.ONE;
import static dev.weightscope.kernel.VectorFunctions.constant;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.IS_NAN;

import jdk.incubator.vector.FloatVector;

/// x for x > 0, else a·x.
final class LeakyReluLoops implements ActivationLoops {
    private final float negativeSlope;

    LeakyReluLoops(float negativeSlope) {
        this.negativeSlope = negativeSlope;
    }

    @Override
    public void values(float[] in, float[] out, int from, int to) {
        float a = negativeSlope;
        for (int i = from; i < to; i++) {
            out[i] = Math.max(in[i], 0) + a * Math.min(in[i], 0);
        }
    }

    @Override
    public void slopes(float[] preActivation, float[] cotangent, int from, int to) {
        float a = negativeSlope;
        for (int i = from; i < to; i++) {
            cotangent[i] *= Math.max(UnitStep.of(preActivation[i]), a);
        }
    }

    @Override
    public VectorLoops inVectors() {
        return new InVectors(this, negativeSlope);
    }

    /// Slopes of a function with a kink at 0, and 1 beyond it. The JIT compiler turns the plain
    /// loop of the values into vectors by itself.
    ///
    /// @param left the slope up to 0
    record InVectors(ActivationLoops plain, float left) implements VectorLoops {
        @Override
        public void values(float[] in, float[] out, int from, int end, float[] work) {
            plain.values(in, out, from, end);
        }

        @Override
        public void slopes(
                float[] preActivation, float[] cotangent, int from, int end, float[] work) {
            FloatVector lefts = constant(left);
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
                FloatVector slope = lefts.blend(ONE, x.compare(GT, 0)).blend(x, x.test(IS_NAN));
                FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
            }
        }
    }
}
