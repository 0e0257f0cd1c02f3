package dev.weightscope.kernel;

import dev.weightscope.model.Activation;

/// Cotangents times the slope of an activation, over an array. A loop for each function, so that
/// each is compiled with its function inside.
///
/// A slope is 1 where a function goes straight up, 0 at a kink of ReLU and hardtanh and `a` at
/// leaky ReLU's, as in the frameworks; at NaN it is NaN, but for the linear function's, which is 1
/// everywhere.
final class ActivationSlopes {
    private ActivationSlopes() {}

    static void apply(
            Activation activation, float[] preActivation, float[] cotangent, int from, int to) {
        switch (activation.function()) {
            case LINEAR -> {}
            case RELU -> {
                for (int i = from; i < to; i++) {
                    cotangent[i] *= UnitStep.of(preActivation[i]);
                }
            }
            case LEAKY_RELU -> {
                float slope = (float) activation.negativeSlope();
                for (int i = from; i < to; i++) {
                    cotangent[i] *= Math.max(UnitStep.of(preActivation[i]), slope);
                }
            }
            case HARDTANH -> {
                for (int i = from; i < to; i++) {
                    cotangent[i] *= UnitStep.of(1 - Math.abs(preActivation[i]));
                }
            }
            case TANH -> {
                for (int i = from; i < to; i++) {
                    cotangent[i] *= SmoothSlopes.tanh(preActivation[i]);
                }
            }
            case SIGMOID -> {
                for (int i = from; i < to; i++) {
                    cotangent[i] *= SmoothSlopes.sigmoid(preActivation[i]);
                }
            }
            case ELU -> {
                for (int i = from; i < to; i++) {
                    cotangent[i] *= SmoothSlopes.elu(preActivation[i]);
                }
            }
            case SELU -> {
                for (int i = from; i < to; i++) {
                    cotangent[i] *= SmoothSlopes.selu(preActivation[i]);
                }
            }
            case GELU -> {
                for (int i = from; i < to; i++) {
                    cotangent[i] *= SmoothSlopes.gelu(preActivation[i]);
                }
            }
            case SILU -> {
                for (int i = from; i < to; i++) {
                    cotangent[i] *= SmoothSlopes.silu(preActivation[i]);
                }
            }
            case SOFTPLUS -> {
                for (int i = from; i < to; i++) {
                    cotangent[i] *= ElementaryFunctions.sigmoid(preActivation[i]);
                }
            }
            case SOFTSIGN -> {
                for (int i = from; i < to; i++) {
                    cotangent[i] *= SmoothSlopes.softsign(preActivation[i]);
                }
            }
            case MISH -> {
                for (int i = from; i < to; i++) {
                    cotangent[i] *= SmoothSlopes.mish(preActivation[i]);
                }
            }
            case ERF -> {
                for (int i = from; i < to; i++) {
                    cotangent[i] *= SmoothSlopes.erf(preActivation[i]);
                }
            }
        }
    }
}
