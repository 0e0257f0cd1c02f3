package dev.weightscope.theory;

import java.util.Optional;

/// The line of (σ_w², σ_b²) on which χ₁ is 1, by its parameter q*: σ_w² = 1 / E φ′², σ_b² = q* −
/// σ_w² · E φ² (Schoenholz et al. 2017, arXiv 1611.01232, §3).
public final class CriticalLine {
    private CriticalLine() {}

    /// The point at which pre-activations have variance q*; empty where it would need a negative
    /// σ_b², and where the slope is 0.
    ///
    /// @param variance q* ≥ 0; 0 gives the limit
    public static Optional<VarianceMap> at(ActivationMoments moments, double variance) {
        Moments there = moments.at(variance);
        double weightVariance = 1 / there.slopeSecond();
        double biasVariance = variance - weightVariance * there.second();
        // Of a homogeneous activation it is 0 but for rounding.
        double rounding = 1e-13 * variance;
        return Double.isFinite(weightVariance) && biasVariance >= -rounding
                ? Optional.of(new VarianceMap(moments, weightVariance, Math.max(0, biasVariance)))
                : Optional.empty();
    }
}
