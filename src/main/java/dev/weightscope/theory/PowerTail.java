package dev.weightscope.theory;

import dev.weightscope.model.SpecialFunctions;

/// What all powers of a [SlopeSeries] from some on amount to, of which two sums are known, Σ a_k
/// and Σ a_k / (k+1): their coefficients fall as k⁻ᵖ, p being 3/2 where φ′ jumps and 5/2 where it
/// bends. Then they are Σ a_k · (p−1)·E_p(K·x) at a correlation of e⁻ˣ, E_p being the generalized
/// exponential integral ∫₁^∞ e^(−zt)/tᵖ dt (DLMF §8.19), and the second sum decides the first power
/// K.
///
/// Immutable.
final class PowerTail {
    private static final double JUMP = 1.5;
    private static final double BEND = 2.5;

    private final double sum;
    private final double exponent;
    private final double first;

    /// @param sum Σ a_k
    /// @param sumOfMeans Σ a_k / (k+1)
    /// @param jumps whether φ′ does
    PowerTail(double sum, double sumOfMeans, boolean jumps) {
        exponent = jumps ? JUMP : BEND;
        double fitted = sum * (exponent - 1) / (exponent * sumOfMeans);
        // Where rounding is all that is left of both it does not matter.
        boolean isKnown = fitted > 1 && fitted < 1e9;
        this.sum = isKnown ? sum : 0;
        first = isKnown ? fitted : 1;
    }

    /// @param distance 1 − c, above 0 and at most 1
    CorrelationSlopes.At at(double distance) {
        if (sum == 0 || distance == 1) {
            double mean = (exponent - 1) / exponent / (first * distance);
            return new CorrelationSlopes.At(0, sum * mean, 0);
        }
        double z = -first * Math.log1p(-distance);
        double root = Math.sqrt(z);
        double decay = Math.exp(-z);
        double half = Math.sqrt(Math.PI) * root * SpecialFunctions.erfc(root); // z·E_½
        double threeHalves = 2 * (decay - half);
        double integral = exponent == JUMP ? threeHalves : 2 * (decay - z * threeHalves) / 3;
        double there = sum * (exponent - 1) * integral / (1 - distance);
        double mean =
                (exponent - 1) / exponent * (z * integral - Math.expm1(-z)) / (first * distance);
        return new CorrelationSlopes.At(there, sum * mean, there);
    }
}
