package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;
import org.jspecify.annotations.Nullable;

/// The way back through an [ActivationLayer], a = φ(norm(z)): of the gradient g by a, the gradient
/// by z, plus a residual, rounded to a number format.
///
/// With d = (factor · g) ⊙ φ′(norm(z)) in float, and x̂ = (z − μ) · r for r = (v + ε)^(−1/2) in
/// double, the gradient by z is d without a normalization, and with one
///
/// - batch, layer: r · (d − mean(d) − x̂ · mean(d · x̂)), since μ and v depend on z too (Ioffe &
///   Szegedy 2015, section 3, where the scale is 1);
/// - rms: r · (d − x̂ · mean(d · x̂)),
///
/// in double, the means over the same columns or rows as those of the normalization: down a column
/// in ascending order, along a row in the order of [ActivationLayer].
///
/// @param factor what a is multiplied by where it is a branch; 1 elsewhere
/// @param preActivation z, samples × units; not modified
/// @param gradient g, samples × units; not modified, unless it is `output`
/// @param residual what reaches z on a way round a, samples × units, added in float; not modified;
///   null for none
/// @param output the gradient by z, samples × units; overwritten; may be `gradient`
public record ActivationGradient(
        Normalization normalization,
        Activation activation,
        float factor,
        Matrix preActivation,
        Matrix gradient,
        @Nullable Matrix residual,
        NumberFormat format,
        Matrix output) {
    /// @throws IllegalArgumentException if the shapes do not fit together
    public ActivationGradient {
        int rows = preActivation.rows();
        int columns = preActivation.columns();
        Require.shape("gradient", gradient, rows, columns);
        Require.shape("output", output, rows, columns);
        if (residual != null) {
            Require.shape("residual", residual, rows, columns);
        }
    }
}
