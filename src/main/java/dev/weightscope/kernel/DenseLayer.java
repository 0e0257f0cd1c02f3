package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.NumberFormat;
import org.jspecify.annotations.Nullable;

/// A fully connected layer over a batch: z = x · W + b, then y = φ(z) in a number format; or y = s
/// + factor · φ(z), where the layer is a branch beside a stream s.
///
/// @param input x, samples × fanIn; not modified
/// @param weights W, fanIn × fanOut; not modified
/// @param bias b, one for each unit, or null for none; not modified
/// @param preActivation z, samples × fanOut; overwritten; null where it is not asked for: then it
///   is neither kept nor surveyed
/// @param format what y is rounded to; products are summed in float32 whatever it is
/// @param residual null where y is φ(z)
/// @param output y, samples × fanOut; overwritten; an array of its own
public record DenseLayer(
        Matrix input,
        ScaledMatrix weights,
        float @Nullable [] bias,
        @Nullable Matrix preActivation,
        Activation activation,
        NumberFormat format,
        @Nullable Residual residual,
        Matrix output) {
    /// @throws IllegalArgumentException if the shapes do not fit together
    public DenseLayer {
        Require.shape("weights", weights.matrix(), input.columns(), output.columns());
        Require.shape("output", output, input.rows(), output.columns());
        if (preActivation != null) {
            Require.shape("preActivation", preActivation, input.rows(), output.columns());
        }
        if (residual != null) {
            Require.shape("stream", residual.stream(), input.rows(), output.columns());
        }
    }

    /// A layer that is no branch.
    public DenseLayer(
            Matrix input,
            ScaledMatrix weights,
            float @Nullable [] bias,
            @Nullable Matrix preActivation,
            Activation activation,
            NumberFormat format,
            Matrix output) {
        this(input, weights, bias, preActivation, activation, format, null, output);
    }

    /// The way round a layer. The sum is computed with one fused multiply-add of the unrounded
    /// φ(z), and then rounded to the layer's format; since it is no activation, none of it is
    /// saturated.
    ///
    /// @param stream s, samples × fanOut; not modified
    /// @param factor of the branch
    public record Residual(Matrix stream, float factor) {}

    /// What "saturated" means for y.
    Saturation saturation() {
        return residual == null ? activation.function().saturation() : Saturation.UNBOUNDED;
    }

    /// The statistics of a computed layer.
    ///
    /// @param preActivation the moments of z; null where it is not kept, or not looked at
    /// @param output what is known of y
    public record Answer(@Nullable Moments preActivation, Survey output) {}

    Product product() {
        return new Product(
                input,
                Orientation.AS_STORED,
                weights,
                Orientation.AS_STORED,
                bias,
                preActivation == null ? output : preActivation);
    }
}
