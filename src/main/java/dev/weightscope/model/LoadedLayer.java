package dev.weightscope.model;

import java.util.Optional;

/// A layer whose weights, and biases where it has any, are those of a file.
///
/// @param layout how the weights lie in the file
/// @param weights fanIn × fanOut, whatever the layout
/// @param bias 1 × fanOut; empty where the file has none, and they are 0
public record LoadedLayer(Layout layout, LoadedTensor weights, Optional<LoadedTensor> bias) {
    public LoadedLayer {
        if (bias.isPresent()
                && (bias.get().rows() != 1 || bias.get().columns() != weights.columns())) {
            throw new IllegalArgumentException(bias.get() + " is no bias of " + weights);
        }
    }

    public int fanIn() {
        return weights.rows();
    }

    public int fanOut() {
        return weights.columns();
    }
}
