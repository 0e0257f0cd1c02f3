package dev.weightscope.kernel;

import static dev.weightscope.kernel.ElementaryFunctions.expm1Reduced;
import static dev.weightscope.kernel.ElementaryFunctions.exponent;
import static dev.weightscope.kernel.ElementaryFunctions.reduced;
import static dev.weightscope.kernel.ElementaryFunctions.scaled;
import static dev.weightscope.kernel.ElementaryFunctions.squareOfOnePlus;
import static dev.weightscope.kernel.GatedLoops.InVectors.TAILS;
import static dev.weightscope.kernel.GatedLoops.InVectors.store;
import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.ONE;
import static dev.weightscope.kernel.VectorFunctions.scaled;
import static dev.weightscope.kernel.VectorFunctions.squareOfOnePlus;

import java.util.List;
import jdk.incubator.vector.FloatVector;

/// x·σ(x).
final class SiluLoops implements ActivationLoops {
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

    /// With the tail σ(−|x|) = z / (1 + z) for z = e^(−|x|).
    private static float value(float x) {
        float negative = Math.max(-Math.abs(x), GatedLoops.SHUT);
        float n = exponent(negative);
        float q = expm1Reduced(reduced(negative, n));
        float above = 1 + q;
        float z = scaled(above, n);
        float below = 1 + z;
        return GatedLoops.value(x, above, 1 - above + q, below, 1 - below + z, n);
    }

    /// σ(x)·(1 + x·σ(−x)): below zero s = z·(1 + z − |x|) / (1 + z)²; above, 1 − s.
    private static float slope(float x) {
        float negative = Math.max(-Math.abs(x), GatedLoops.SHUT);
        float n = exponent(negative);
        float above = 1 + expm1Reduced(reduced(negative, n));
        float z = scaled(above, n);
        float factor = (1 + negative + z) / squareOfOnePlus(z);
        return GatedLoops.slope(x, scaled(above * factor, n));
    }

    private static final class InVectors {
        static final VectorLoops LOOPS =
                new GatedLoops.InVectors(
                        List.of(
                                GatedLoops.InVectors::exponential,
                                InVectors::operands,
                                GatedLoops.InVectors::gate),
                        List.of(GatedLoops.InVectors::exponential, InVectors::slope));

        private InVectors() {}

        private static void operands(float[] in, float[] out, int from, int count, float[] tails) {
            for (int i = 0; i < count; i += LANES) {
                FloatVector q = FloatVector.fromArray(FLOATS, tails, i);
                FloatVector n = FloatVector.fromArray(FLOATS, tails, i + 4 * TAILS);
                FloatVector above = ONE.add(q);
                FloatVector z = scaled(above, n);
                FloatVector below = ONE.add(z);
                FloatVector aboveLost = ONE.sub(above).add(q);
                FloatVector belowLost = ONE.sub(below).add(z);
                store(above, aboveLost, below, belowLost, tails, i);
            }
        }

        private static void slope(
                float[] preActivation, float[] cotangent, int from, int count, float[] tails) {
            for (int i = 0; i < count; i += LANES) {
                FloatVector x = FloatVector.fromArray(FLOATS, preActivation, from + i);
                FloatVector q = FloatVector.fromArray(FLOATS, tails, i);
                FloatVector n = FloatVector.fromArray(FLOATS, tails, i + 4 * TAILS);
                FloatVector negative = x.abs().neg().max(GatedLoops.SHUT);
                FloatVector above = ONE.add(q);
                FloatVector z = scaled(above, n);
                FloatVector factor = ONE.add(negative).add(z).div(squareOfOnePlus(z));
                FloatVector tail = scaled(above.mul(factor), n);
                FloatVector slope = ONE.sub(tail).blend(tail, x.lt(0));
                FloatVector before = FloatVector.fromArray(FLOATS, cotangent, from + i);
                before.mul(slope).intoArray(cotangent, from + i);
            }
        }
    }
}
