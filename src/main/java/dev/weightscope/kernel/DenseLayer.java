package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.NumberFormat;
import org.jspecify.annotations.Nullable;

/// A fully connected layer over a batch: z = x · W + b, then y = φ(z) in a number format.
///
/// @param input x, samples × fanIn; not modified
/// @param weights W, fanIn × fanOut; not modified
/// @param bias b, one for each unit, or null for none; not modified
/// @param preActivation z, samples × fanOut; overwritten; null where it is not asked for: then it
///   is neither kept nor surveyed
/// @param format what y is rounded to; products are summed in float32 whatever it is
/// @param output y, samples × fanOut; overwritten; an array of its own
public record DenseLayer(
        Matrix input,
        ScaledMatrix weights,
        float @Nullable [] bias,
        @Nullable Matrix preActivation,
        Activation activation,
        NumberFormat format,
        Matrix output) {
    /// @throws IllegalArgumentException if the shapes do not fit together
    public DenseLayer {
        Require.shape("weights", weights.matrix(), input.columns(), output.columns());
        Require.shape("output", output, input.rows(), output.columns());
        if (preActivation != null) {
            Require.shape("preActivation", preActivation, input.rows(), output.columns());
        }
    }

    /// The statistics of a computed layer.
    ///
    /// @param preActivation the moments of z; null where it is not kept
    /// @param output the moments of y
    /// @param histogram of y; null where no bins were given
    /// @param flushed how many values of y the format made 0 though φ(z) was not
    public record Survey(
            @Nullable Moments preActivation,
            Moments output,
            @Nullable Histogram histogram,
            long flushed) {}

    Product product() {
        return new Product(
                input,
                weights,
                Orientation.AS_STORED,
                bias,
                preActivation == null ? output : preActivation);
    }
}
