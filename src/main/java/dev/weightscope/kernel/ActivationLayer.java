package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;

/// a = φ(norm(z)) over a batch, rounded to a number format.
///
/// norm(z) = (z − μ) · (v + ε)^(−1/2), computed in double and rounded to float, with ε =
/// [Normalization#EPSILON], no learned scale, and μ and v by [Normalization]:
///
/// - batch: mean and biased variance of each column, in double, of its blocks of 64 rows in
///   ascending order as [Moments] takes them (Ioffe & Szegedy 2015, algorithm 1);
/// - layer: mean and biased variance of each row (Ba et al. 2016, eq. 3);
/// - rms: 0 and the mean square of each row (Zhang & Sennrich 2019, eq. 4).
///
/// A sum along a row is taken in double in sixteen parts, of which part p has the elements p, p +
/// 16, p + 32, … in ascending order; then the parts are added in ascending order to 0. Where a
/// group that is normalized together holds an infinity or a NaN, all of its mean and variance, and
/// so its results, are what IEEE arithmetic makes of them.
///
/// @param preActivation z, samples × units; not modified, unless it is `output`
/// @param output a, samples × units; overwritten; may be `preActivation`
public record ActivationLayer(
        Normalization normalization,
        Activation activation,
        Matrix preActivation,
        NumberFormat format,
        Matrix output) {
    /// @throws IllegalArgumentException if the shapes do not fit together
    public ActivationLayer {
        Require.shape("output", output, preActivation.rows(), preActivation.columns());
    }
}
