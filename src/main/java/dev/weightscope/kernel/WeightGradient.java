package dev.weightscope.kernel;

import dev.weightscope.model.NumberFormat;

/// The gradient by the weights of a fully connected layer, summed over the batch: dW = xᵀ · δ,
/// rounded to a number format.
///
/// Each sum is taken over ascending samples from 0 with fused multiply-add.
///
/// @param input x of the layer, samples × fanIn; not modified
/// @param gradient δ, by the layer's pre-activations, samples × fanOut; not modified
/// @param format products are summed in float32 whatever it is
/// @param output dW, fanIn × fanOut, or its first rows alone, those of the first inputs;
///   overwritten; neither of the others
public record WeightGradient(Matrix input, Matrix gradient, NumberFormat format, Matrix output) {
    /// @throws IllegalArgumentException if the shapes do not fit together
    public WeightGradient {
        Require.shape("gradient", gradient, input.rows(), gradient.columns());
        Require.shape("output", output, output.rows(), gradient.columns());
        if (output.rows() > input.columns()) {
            throw new IllegalArgumentException(
                    "output has %d rows, more than the %d inputs"
                            .formatted(output.rows(), input.columns()));
        }
    }

    Product product() {
        return new Product(
                input,
                Orientation.TRANSPOSED,
                ScaledMatrix.of(gradient),
                Orientation.AS_STORED,
                null,
                output);
    }
}
