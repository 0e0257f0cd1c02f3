package dev.weightscope.kernel;

import dev.weightscope.model.Activation;

/// An activation over an array.
final class Activations {
    private Activations() {}

    static void apply(Activation activation, float[] in, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (float) activation.value(in[i]);
        }
    }
}
