package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import dev.weightscope.model.Histogram;
import org.jspecify.annotations.Nullable;

/// A fully connected layer over a batch: z = x · W + b, then y = φ(z).
///
/// @param input x, samples × fanIn; not modified
/// @param weights W, fanIn × fanOut; not modified
/// @param bias b, one for each unit, or null for none; not modified
/// @param preActivation z, samples × fanOut; overwritten; null where nobody reads it: then it is
///   neither kept nor surveyed
/// @param output y, samples × fanOut; overwritten; an array of its own
public record DenseLayer(
        Matrix input,
        ScaledMatrix weights,
        float @Nullable [] bias,
        @Nullable Matrix preActivation,
        Activation activation,
        Matrix output) {
    /// What is known of a layer once it is computed.
    ///
    /// @param preActivation the moments of z; null where it is not kept
    /// @param output the moments of y
    /// @param histogram of y; null where no bins were given
    public record Survey(
            @Nullable Moments preActivation, Moments output, @Nullable Histogram histogram) {}

    Product product() {
        return new Product(
                input,
                weights,
                Orientation.AS_STORED,
                bias,
                preActivation == null ? output : preActivation);
    }
}
