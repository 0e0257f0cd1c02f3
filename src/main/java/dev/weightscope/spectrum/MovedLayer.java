package dev.weightscope.spectrum;

import dev.weightscope.jacobian.WeightSpectrum;

/// What training has moved of a layer's weights.
///
/// @param weights W, as they are after it
/// @param moved W − W₀
/// @param startNorm √(Σ w²) of W₀, those that it began with
public record MovedLayer(WeightSpectrum weights, WeightSpectrum moved, double startNorm) {
    /// Of the squared size of what is moved, so much makes its rank.
    public static final double SHARE = 0.99;

    /// Counted from 1.
    public int layer() {
        return moved.layer();
    }

    /// How many singular values there are.
    public int size() {
        return moved.size();
    }

    /// How many singular values of what is moved carry 99 % of the sum of their squares: 0 where
    /// nothing is moved, or what is there is not a number.
    public int rank() {
        return moved.carrying(SHARE);
    }

    /// ‖W − W₀‖ / ‖W₀‖, infinite where all began as 0.
    public double relativeNorm() {
        return moved.norm() / startNorm;
    }
}
