package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.ONE;
import static jdk.incubator.vector.VectorOperators.IS_NAN;
import static jdk.incubator.vector.VectorOperators.LE;

import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;

/// max(x, 0).
final class ReluLoops implements ActivationLoops, FusedLoops {
    @Override
    public void values(float[] in, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.max(in[i], 0);
        }
    }

    @Override
    public void slopes(float[] preActivation, float[] cotangent, int from, int to) {
        for (int i = from; i < to; i++) {
            cotangent[i] *= UnitStep.of(preActivation[i]);
        }
    }

    @Override
    public void valuesAndSlopes(float[] values, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            float x = values[i];
            out[i] = Math.max(x, 0);
            values[i] = UnitStep.of(x);
        }
    }

    @Override
    public VectorLoops inVectors() {
        return new LeakyReluLoops.InVectors(this, 0);
    }

    @Override
    public void vectorValuesAndSlopes(float[] values, float[] out, int from, int end) {
        try {
            InVectors.FUSED[0].invokeExact(values, out, from, end);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
    }

    static final class InVectors {
        static final MethodHandle[] FUSED =
                OutOfLine.handle(
                        InVectors.class,
                        "valuesAndSlopes",
                        float[].class,
                        float[].class,
                        int.class,
                        int.class);

        private InVectors() {}

        static void valuesAndSlopes(float[] values, float[] out, int from, int end) {
            FloatVector zero = FloatVector.zero(FLOATS);
            for (int i = from; i < end; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, values, i);
                x.max(0).intoArray(out, i);
                ONE.blend(zero, x.compare(LE, 0)).blend(x, x.test(IS_NAN)).intoArray(values, i);
            }
        }
    }
}
