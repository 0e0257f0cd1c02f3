package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.SmallLoops;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.LayerRole;
import org.jspecify.annotations.Nullable;

/// A batch through one layer.
///
/// @param in what comes to the layer
/// @param stream what skips the branch that ends here; `in` where none does
/// @param entering room for the normalized input; null where it is not normalized
/// @param preActivation z, room
/// @param normalized room for the normalized pre-activations; z where they are not. A pass that is
///   to be gone back leaves the slopes of the activation here
/// @param output room; its last row is 1
/// @param work of the norm; null where there is none
record LayerForward(
        TrainedLayer layer,
        Tensor in,
        Tensor stream,
        @Nullable Tensor entering,
        Tensor preActivation,
        Tensor normalized,
        Tensor output,
        NormLayer.@Nullable Work work) {
    /// What the weights are multiplied with.
    Tensor multiplied() {
        return entering == null ? in : entering;
    }

    /// Which way a pass goes.
    enum Way {
        /// There alone.
        THERE,
        /// There, leaving what the way back needs.
        AND_BACK
    }

    void run(
            Products products,
            int samples,
            NormLayer.Statistics statistics,
            Way way,
            Cancellation cancellation) {
        if (entering != null && layer.inputNorm != null && work != null) {
            layer.inputNorm.forward(in, samples, entering, statistics, work, cancellation);
        }
        products.multiply(
                layer.rows(),
                multiplied().all(),
                preActivation.all(),
                layer.fanOut,
                layer.fanIn + 1,
                SmallLoops.padded(samples),
                cancellation);
        if (layer.ownNorm != null && work != null) {
            layer.ownNorm.forward(
                    preActivation, samples, normalized, statistics, work, cancellation);
        }
        activate(products, way, cancellation);
        if (layer.role == LayerRole.WHOLE_BRANCH || layer.role == LayerRole.LAST_OF_BRANCH) {
            float[] from = stream.values();
            float[] to = output.values();
            products.elements(
                    output.size(),
                    cancellation,
                    (first, end) -> addTo(from, layer.branchScale, to, first, end));
        }
    }

    private void activate(Products products, Way way, Cancellation cancellation) {
        float[] in = normalized.values();
        float[] out = output.values();
        if (way == Way.THERE || isLinear()) {
            products.activate(layer.activation, in, out, output.size(), cancellation);
        } else {
            products.activateWithSlope(layer.activation, in, out, output.size(), cancellation);
        }
    }

    /// Whether its slope is 1 everywhere, which nobody writes down.
    boolean isLinear() {
        return layer.activation.function() == ActivationFunction.LINEAR;
    }

    /// out = stream + scale · out, with fused multiply-add.
    private static void addTo(float[] stream, float scale, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.fma(scale, out[i], stream[i]);
        }
    }
}
