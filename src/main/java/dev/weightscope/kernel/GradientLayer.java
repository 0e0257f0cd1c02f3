package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import dev.weightscope.model.NumberFormat;
import org.jspecify.annotations.Nullable;

/// The way back through the weights of a fully connected layer, and then through the activation in
/// front of it: g = δ · Wᵀ + residual, rounded to a number format, and δ′ = (factor · g) ⊙ φ′(z),
/// rounded likewise.
///
/// @param gradient δ, by the layer's pre-activations, samples × fanOut; not modified
/// @param weights W, fanIn × fanOut; not modified
/// @param residual what reaches the layer's input on a way round the layer, samples × fanIn; not
///   modified; null for none
/// @param format products are summed in float32 whatever it is
/// @param output g, by the layer's input, samples × fanIn; overwritten; none of the others
/// @param slope null where g is all that is asked for
public record GradientLayer(
        Matrix gradient,
        ScaledMatrix weights,
        @Nullable Matrix residual,
        NumberFormat format,
        Matrix output,
        @Nullable Slope slope) {
    /// @throws IllegalArgumentException if the shapes do not fit together
    public GradientLayer {
        int samples = gradient.rows();
        Require.shape("weights", weights.matrix(), output.columns(), gradient.columns());
        Require.shape("output", output, samples, output.columns());
        if (residual != null) {
            Require.shape("residual", residual, samples, output.columns());
        }
        if (slope != null) {
            Require.shape("preActivation", slope.preActivation(), samples, output.columns());
            Require.shape("output of the slope", slope.output(), samples, output.columns());
        }
    }

    /// The activation whose output the layer's input is.
    ///
    /// @param factor what the activation is multiplied by where it is a branch; 1 elsewhere
    /// @param preActivation z, samples × units; not modified
    /// @param output δ′, samples × units; overwritten; may be the array of g, which is lost then
    public record Slope(Activation activation, float factor, Matrix preActivation, Matrix output) {}

    /// @param output of g
    /// @param slope of δ′; null where it was not asked for
    public record Answer(Survey output, @Nullable Survey slope) {}

    Product product() {
        return new Product(
                gradient, Orientation.AS_STORED, weights, Orientation.TRANSPOSED, null, output);
    }
}
