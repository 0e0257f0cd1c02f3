package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.ONE;
import static dev.weightscope.kernel.VectorFunctions.constant;
import static dev.weightscope.kernel.VectorFunctions.scaled;
import static dev.weightscope.kernel.VectorGatedUnits.TAILS;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// The slopes of gelu, silu and mish of [SmoothSlopes] in vectors: the same operations in the same
/// order, hence the same bits. In two passes, the first being that of [VectorGatedUnits], for the
/// same reason as there.
final class VectorGatedSlopes {
    private static final List<VectorGatedUnits.Pass> GELU =
            List.of(VectorGatedUnits::gaussian, VectorGatedSlopes::geluSlope);
    private static final List<VectorGatedUnits.Pass> SILU =
            List.of(VectorGatedUnits::exponential, VectorGatedSlopes::siluSlope);
    private static final List<VectorGatedUnits.Pass> MISH =
            List.of(VectorGatedUnits::exponential, VectorGatedSlopes::mishSlope);

    private static final FloatVector TWO = constant(2);
    private static final FloatVector THREE = constant(3);
    private static final FloatVector MILLS_0 = constant(SmoothUnits.MILLS_0);
    private static final FloatVector DENSITY = constant(SmoothSlopes.DENSITY);

    private VectorGatedSlopes() {}

    /// @param end a multiple of a vector's lanes after `from`
    /// @param work of at least [VectorGatedUnits#WORK] elements; overwritten
    static void gelu(float[] preActivation, float[] cotangent, int from, int end, float[] work) {
        VectorGatedUnits.run(GELU, preActivation, cotangent, from, end, work);
    }

    static void silu(float[] preActivation, float[] cotangent, int from, int end, float[] work) {
        VectorGatedUnits.run(SILU, preActivation, cotangent, from, end, work);
    }

    static void mish(float[] preActivation, float[] cotangent, int from, int end, float[] work) {
        VectorGatedUnits.run(MISH, preActivation, cotangent, from, end, work);
    }

    private static void geluSlope(
            float[] preActivation, float[] cotangent, int from, int count, float[] tails) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, preActivation, from + i);
            FloatVector q = FloatVector.fromArray(FLOATS, tails, i);
            FloatVector n = FloatVector.fromArray(FLOATS, tails, i + 4 * TAILS);
            FloatVector negative = x.abs().neg().max(SmoothUnits.GELU_LOWEST);
            FloatVector u = negative.neg().sub(THREE).div(THREE.sub(negative));
            FloatVector mills = VectorGatedUnits.millsSlope(u).fma(u, MILLS_0);
            FloatVector factor = negative.fma(DENSITY, mills.div(ONE.sub(negative)));
            FloatVector tail = scaled(factor.fma(q, factor), n);
            FloatVector slope = ONE.sub(tail).blend(tail, x.lt(0));
            FloatVector before = FloatVector.fromArray(FLOATS, cotangent, from + i);
            before.mul(slope).intoArray(cotangent, from + i);
        }
    }

    private static void siluSlope(
            float[] preActivation, float[] cotangent, int from, int count, float[] tails) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, preActivation, from + i);
            FloatVector q = FloatVector.fromArray(FLOATS, tails, i);
            FloatVector n = FloatVector.fromArray(FLOATS, tails, i + 4 * TAILS);
            FloatVector negative = x.abs().neg().max(SmoothUnits.GATE_SHUT);
            FloatVector above = ONE.add(q);
            FloatVector z = scaled(above, n);
            FloatVector factor =
                    ONE.add(negative).add(z).div(VectorActivationSlopes.squareOfOnePlus(z));
            FloatVector tail = scaled(above.mul(factor), n);
            FloatVector slope = ONE.sub(tail).blend(tail, x.lt(0));
            FloatVector before = FloatVector.fromArray(FLOATS, cotangent, from + i);
            before.mul(slope).intoArray(cotangent, from + i);
        }
    }

    private static void mishSlope(
            float[] preActivation, float[] cotangent, int from, int count, float[] tails) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, preActivation, from + i);
            FloatVector q = FloatVector.fromArray(FLOATS, tails, i);
            FloatVector n = FloatVector.fromArray(FLOATS, tails, i + 4 * TAILS);
            FloatVector negative = x.abs().neg().max(SmoothUnits.GATE_SHUT);
            FloatVector above = ONE.add(q);
            FloatVector z = scaled(above, n);
            VectorMask<Float> left = x.lt(0);
            FloatVector two = ONE.blend(TWO, left);
            FloatVector doubled = TWO.mul(z).blend(z, left);
            FloatVector below = doubled.fma(two.add(z), two);
            FloatVector times = ONE.blend(TWO.add(z), left);
            FloatVector pull = TWO.mul(two).mul(ONE.add(z));
            FloatVector factor = negative.fma(pull, times.mul(below)).div(below.mul(below));
            FloatVector tail = scaled(above.mul(doubled.blend(ONE, left)).mul(factor), n);
            FloatVector slope = ONE.sub(tail).blend(tail, left);
            FloatVector before = FloatVector.fromArray(FLOATS, cotangent, from + i);
            before.mul(slope).intoArray(cotangent, from + i);
        }
    }
}
