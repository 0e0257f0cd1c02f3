package dev.weightscope.verdict;

import dev.weightscope.model.Activation;
import java.util.OptionalDouble;

/// How the signal of a wide network fades at the critical weight variance σ_w² = 1/φ′(0)².
///
/// For an odd, smooth, bounded φ the variance neither holds nor falls by a factor a layer: after l
/// layers it is 1/(k·l), k = −φ‴(0)/φ′(0). That is 1/(2·l) for tanh (Roberts, Yaida & Hanin 2022,
/// The Principles of Deep Learning Theory, arXiv 2106.10165, §5.3.3, with k = −a₁).
final class CriticalDecay {
    private static final double STEP = 1e-2;

    /// What the step's own error and rounding leave between two estimates of the same k.
    private static final double TOLERANCE = 1e-2;

    private CriticalDecay() {}

    /// k; empty for an activation that fades in another way, or not at all.
    static OptionalDouble rate(Activation activation) {
        boolean odd =
                activation.value(0) == 0
                        && Math.abs(activation.value(1) + activation.value(-1)) < 1e-12;
        double rate = estimate(activation, STEP);
        boolean smooth = Math.abs(estimate(activation, STEP / 10) / rate - 1) < TOLERANCE;
        return odd && rate > 0 && smooth ? OptionalDouble.of(rate) : OptionalDouble.empty();
    }

    /// σ_w²·φ′(0)²: 1 at the critical point.
    static double distance(Activation activation, double effectiveVariance) {
        double slope = activation.slope(0);
        return effectiveVariance * slope * slope;
    }

    /// −φ‴(0)/φ′(0) from the second difference of an even slope.
    private static double estimate(Activation activation, double step) {
        double slope = activation.slope(0);
        return 2 * (slope - activation.slope(step)) / (step * step * slope);
    }
}
