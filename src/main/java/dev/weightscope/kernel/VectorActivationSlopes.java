package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.ONE;
import static dev.weightscope.kernel.VectorFunctions.constant;
import static dev.weightscope.kernel.VectorFunctions.exp;
import static dev.weightscope.kernel.VectorFunctions.expm1Reduced;
import static dev.weightscope.kernel.VectorFunctions.exponent;
import static dev.weightscope.kernel.VectorFunctions.reduced;
import static dev.weightscope.kernel.VectorFunctions.scaled;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.IS_NAN;

import dev.weightscope.model.Activation;
import jdk.incubator.vector.FloatVector;

/// [ActivationSlopes] a vector at a time: the same operations in the same order, hence the same
/// bits. What is left at the end is done there.
final class VectorActivationSlopes {
    private static final FloatVector ZERO = constant(0);
    private static final FloatVector TWO = constant(2);
    private static final FloatVector LAMBDA = constant(SmoothUnits.SELU_LAMBDA);
    private static final FloatVector ERF_SCALE = constant(SmoothSlopes.ERF_SCALE);

    private VectorActivationSlopes() {}

    /// @param work of at least [VectorGatedUnits#WORK] elements; overwritten
    static void apply(
            Activation activation,
            float[] preActivation,
            float[] cotangent,
            int from,
            int to,
            float[] work) {
        int end = to - (to - from) % LANES;
        switch (activation.function()) {
            case LINEAR -> {}
            case RELU -> bent(0, preActivation, cotangent, from, end);
            case LEAKY_RELU ->
                    bent((float) activation.negativeSlope(), preActivation, cotangent, from, end);
            case HARDTANH -> hardtanh(preActivation, cotangent, from, end);
            case TANH -> tanh(preActivation, cotangent, from, end);
            case SIGMOID -> sigmoid(preActivation, cotangent, from, end);
            case SOFTPLUS -> softplus(preActivation, cotangent, from, end);
            case ERF -> erf(preActivation, cotangent, from, end);
            case ELU -> elu(preActivation, cotangent, from, end);
            case SELU -> selu(preActivation, cotangent, from, end);
            case SOFTSIGN -> softsign(preActivation, cotangent, from, end);
            case GELU -> VectorGatedSlopes.gelu(preActivation, cotangent, from, end, work);
            case SILU -> VectorGatedSlopes.silu(preActivation, cotangent, from, end, work);
            case MISH -> VectorGatedSlopes.mish(preActivation, cotangent, from, end, work);
        }
        ActivationSlopes.apply(activation, preActivation, cotangent, end, to);
    }

    /// @param left the slope up to 0; the one beyond is 1
    private static void bent(
            float left, float[] preActivation, float[] cotangent, int from, int end) {
        FloatVector slopes = constant(left);
        for (int i = from; i < end; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
            FloatVector slope = slopes.blend(ONE, x.compare(GT, 0)).blend(x, x.test(IS_NAN));
            FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
        }
    }

    private static void hardtanh(float[] preActivation, float[] cotangent, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
            FloatVector slope = ZERO.blend(ONE, x.abs().lt(1)).blend(x, x.test(IS_NAN));
            FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
        }
    }

    private static void tanh(float[] preActivation, float[] cotangent, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
            FloatVector power = x.abs().mul(-2).max(SmoothSlopes.LOWEST);
            FloatVector n = exponent(power);
            FloatVector above = ONE.add(expm1Reduced(reduced(power, n)));
            FloatVector slope = scaled(above.div(squareOfOnePlus(scaled(above, n))), n.add(TWO));
            FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
        }
    }

    private static void sigmoid(float[] preActivation, float[] cotangent, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
            FloatVector power = x.abs().neg().max(SmoothSlopes.LOWEST);
            FloatVector n = exponent(power);
            FloatVector above = ONE.add(expm1Reduced(reduced(power, n)));
            FloatVector slope = scaled(above.div(squareOfOnePlus(scaled(above, n))), n);
            FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
        }
    }

    static FloatVector squareOfOnePlus(FloatVector z) {
        FloatVector sum = ONE.add(z);
        FloatVector lost = ONE.sub(sum).add(z);
        return sum.fma(sum, TWO.mul(sum).mul(lost));
    }

    private static void softplus(float[] preActivation, float[] cotangent, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
            FloatVector slope = VectorFunctions.sigmoid(x);
            FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
        }
    }

    private static void erf(float[] preActivation, float[] cotangent, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
            FloatVector t = x.abs().min(SmoothSlopes.ERF_HIGHEST);
            FloatVector negative = t.neg().mul(t);
            FloatVector lost = t.neg().fma(t, negative.neg());
            FloatVector n = exponent(negative);
            FloatVector q = expm1Reduced(reduced(negative, n).add(lost));
            FloatVector slope = scaled(ERF_SCALE.fma(q, ERF_SCALE), n);
            FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
        }
    }

    private static void elu(float[] preActivation, float[] cotangent, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
            FloatVector slope = exp(x.min(0)).blend(ONE, x.compare(GT, 0));
            FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
        }
    }

    private static void selu(float[] preActivation, float[] cotangent, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
            FloatVector left = exp(x.min(0)).mul(SmoothUnits.SELU_LAMBDA_ALPHA);
            FloatVector slope = left.blend(LAMBDA, x.compare(GT, 0));
            FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
        }
    }

    private static void softsign(float[] preActivation, float[] cotangent, int from, int end) {
        for (int i = from; i < end; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, preActivation, i);
            FloatVector reciprocal = ONE.div(ONE.add(x.abs()));
            FloatVector slope = reciprocal.mul(reciprocal);
            FloatVector.fromArray(FLOATS, cotangent, i).mul(slope).intoArray(cotangent, i);
        }
    }
}
