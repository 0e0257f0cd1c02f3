package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.ONE;
import static dev.weightscope.kernel.VectorFunctions.copySign;
import static dev.weightscope.kernel.VectorFunctions.expm1;
import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;

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
        return copySign(magnitude.div(magnitude.add(ONE)), x);
    }
}
