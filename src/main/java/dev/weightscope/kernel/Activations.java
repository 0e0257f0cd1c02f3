package dev.weightscope.kernel;

import dev.weightscope.model.Activation;

/// An activation over an array. A loop for each function, so that each is compiled with its
/// function inside.
final class Activations {
    private Activations() {}

    static void apply(Activation activation, float[] in, float[] out, int from, int to) {
        switch (activation.function()) {
            case LINEAR -> System.arraycopy(in, from, out, from, to - from);
            case TANH -> {
                for (int i = from; i < to; i++) {
                    out[i] = ElementaryFunctions.tanh(in[i]);
                }
            }
            case SIGMOID -> {
                for (int i = from; i < to; i++) {
                    out[i] = ElementaryFunctions.sigmoid(in[i]);
                }
            }
            case RELU -> {
                for (int i = from; i < to; i++) {
                    out[i] = Math.max(in[i], 0);
                }
            }
            case LEAKY_RELU -> {
                float slope = (float) activation.negativeSlope();
                for (int i = from; i < to; i++) {
                    out[i] = Math.max(in[i], 0) + slope * Math.min(in[i], 0);
                }
            }
            case ELU -> {
                for (int i = from; i < to; i++) {
                    out[i] = SmoothUnits.elu(in[i]);
                }
            }
            case SELU -> {
                for (int i = from; i < to; i++) {
                    out[i] = SmoothUnits.selu(in[i]);
                }
            }
            case GELU -> {
                for (int i = from; i < to; i++) {
                    out[i] = SmoothUnits.gelu(in[i]);
                }
            }
            case SILU -> {
                for (int i = from; i < to; i++) {
                    out[i] = SmoothUnits.silu(in[i]);
                }
            }
            case SOFTPLUS -> {
                for (int i = from; i < to; i++) {
                    out[i] = ElementaryFunctions.softplus(in[i]);
                }
            }
            case SOFTSIGN -> {
                for (int i = from; i < to; i++) {
                    out[i] = SmoothUnits.softsign(in[i]);
                }
            }
            case MISH -> {
                for (int i = from; i < to; i++) {
                    out[i] = SmoothUnits.mish(in[i]);
                }
            }
            case HARDTANH -> {
                for (int i = from; i < to; i++) {
                    out[i] = Math.min(Math.max(in[i], -1), 1);
                }
            }
            case ERF -> {
                for (int i = from; i < to; i++) {
                    out[i] = ElementaryFunctions.erf(in[i]);
                }
            }
        }
    }
}
