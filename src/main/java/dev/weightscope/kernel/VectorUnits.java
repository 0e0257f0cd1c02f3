package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.constant;
import static dev.weightscope.kernel.VectorFunctions.copySign;
import static dev.weightscope.kernel.VectorFunctions.expm1;
import static dev.weightscope.kernel.VectorFunctions.expm1Reduced;
import static dev.weightscope.kernel.VectorFunctions.exponent;
import static dev.weightscope.kernel.VectorFunctions.reduced;
import static dev.weightscope.kernel.VectorFunctions.scaled;
import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// [SmoothUnits] in vectors: the same operations in the same order, hence the same bits.
final class VectorUnits {
    private VectorUnits() {}

    static FloatVector elu(FloatVector x) {
        return expm1(x.min(0)).blend(x, x.compare(GT, 0));
    }

    static FloatVector selu(FloatVector x) {
        return expm1(x.min(0))
                .mul(SmoothUnits.SELU_LAMBDA_ALPHA)
                .blend(x.mul(SmoothUnits.SELU_LAMBDA), x.compare(GT, 0));
    }

    static FloatVector softsign(FloatVector x) {
        FloatVector magnitude = x.abs().min(0x1p60f);
        return copySign(magnitude.div(magnitude.add(1)), x);
    }

    static FloatVector silu(FloatVector x) {
        FloatVector negative = x.abs().neg().max(SmoothUnits.SILU_LOWEST);
        FloatVector n = exponent(negative);
        FloatVector q = expm1Reduced(reduced(negative, n));
        FloatVector z = scaled(q.add(1), n);
        FloatVector above = x.blend(scaled(negative.fma(q, negative), n), x.lt(0));
        return above.div(z.add(1));
    }

    static FloatVector gelu(FloatVector x) {
        FloatVector negative = x.abs().neg().max(SmoothUnits.GELU_LOWEST);
        FloatVector square = negative.mul(negative);
        FloatVector lost = negative.fma(negative, square.neg());
        FloatVector power = square.mul(-0.5f);
        FloatVector n = exponent(power);
        FloatVector q = expm1Reduced(lost.fma(constant(-0.5f), reduced(power, n)));
        VectorMask<Float> below = x.lt(0);
        FloatVector factor = constant(1).blend(negative, below).mul(mills(negative.neg()));
        FloatVector tail = scaled(factor.fma(q, factor), n);
        return x.mul(constant(1).sub(tail)).blend(tail, below);
    }

    private static FloatVector mills(FloatVector y) {
        FloatVector u = y.sub(3).div(y.add(3));
        FloatVector sum = constant(2.3361363e-5f);
        sum = sum.fma(u, constant(8.988095e-5f));
        sum = sum.fma(u, constant(4.0687605e-6f));
        sum = sum.fma(u, constant(-5.188535e-4f));
        sum = sum.fma(u, constant(-3.4861293e-4f));
        sum = sum.fma(u, constant(0.0030113256f));
        sum = sum.fma(u, constant(0.0011597908f));
        sum = sum.fma(u, constant(-0.02273025f));
        sum = sum.fma(u, constant(0.045163933f));
        sum = sum.fma(u, constant(-0.01643211f));
        sum = sum.fma(u, constant(-0.09652676f));
        sum = sum.fma(u, constant(0.4860558f));
        return sum.div(y.add(1));
    }

    static FloatVector mish(FloatVector x) {
        FloatVector negative = x.abs().neg().max(SmoothUnits.SILU_LOWEST);
        FloatVector n = exponent(negative);
        FloatVector q = expm1Reduced(reduced(negative, n));
        FloatVector z = scaled(q.add(1), n);
        FloatVector factor = negative.mul(z.add(2));
        FloatVector ratio = z.fma(constant(2), constant(1));
        VectorMask<Float> left = x.lt(0);
        FloatVector above = x.blend(scaled(factor.fma(q, factor), n), left);
        FloatVector below =
                z.mul(2).mul(z).div(ratio).add(1).blend(z.fma(z.add(2), constant(2)), left);
        return above.div(below);
    }
}
