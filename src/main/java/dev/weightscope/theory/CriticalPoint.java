package dev.weightscope.theory;

import java.util.OptionalDouble;

/// The weights at which gradients neither vanish nor explode: χ₁ = χ(q*) = 1, with q* where q ends
/// that starts at 1 (Schoenholz et al. 2017, arXiv 1611.01232, §3).
public final class CriticalPoint {
    private static final double LOWEST = 1e-4;
    private static final double HIGHEST = 1e6;
    private static final double STEP = 1.25;
    private static final double ACCURACY = 1e-13;

    private CriticalPoint() {}

    /// The smallest σ_w², of 0.0001 to 1000000, at which χ₁ reaches 1; empty where none does. χ₁
    /// may also leap over 1 there, where q* leaps from 0 to infinity, as for GELU and SiLU without
    /// bias.
    ///
    /// @param biasVariance σ_b²
    public static OptionalDouble weightVariance(ActivationMoments moments, double biasVariance) {
        double low = LOWEST;
        while (!isReached(moments, low, biasVariance)) {
            low *= STEP;
            if (low > HIGHEST) {
                return OptionalDouble.empty();
            }
        }
        double high = low;
        low = high / STEP;
        while (high - low > ACCURACY * high) {
            double half = (low + high) / 2;
            if (half == low || half == high) {
                break;
            }
            if (isReached(moments, half, biasVariance)) {
                high = half;
            } else {
                low = half;
            }
        }
        return OptionalDouble.of(high);
    }

    private static boolean isReached(
            ActivationMoments moments, double weightVariance, double biasVariance) {
        VarianceMap map = new VarianceMap(moments, weightVariance, biasVariance);
        // Rounding may leave χ of a homogeneous activation a hair below 1.
        return map.chi(map.fixedPoint(1)) >= 1 - 1e-14;
    }
}
