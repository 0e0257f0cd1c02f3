package dev.weightscope.theory;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.SpecialFunctions;

/// The share of a wide layer's activations that lie in the outer 3 % of the range of a bounded
/// activation.
///
/// @param from the |u| from which pre-activations u are saturated; infinity where nothing is
///   bounded
record Saturation(double from) {
    /// Of the half range, the middle counted as 0: what the snapshots count as saturated.
    private static final double OUTER = 0.97;

    static Saturation of(Activation activation) {
        ActivationFunction.Saturation range = activation.function().saturation();
        if (!range.isBounded()) {
            return new Saturation(Double.POSITIVE_INFINITY);
        }
        double middle = (range.low() + range.high()) / 2;
        double value = middle + OUTER * (range.high() - middle);
        double low = 0;
        double high = 100;
        while (high - low > 1e-14 * high) {
            double half = (low + high) / 2;
            if (activation.value(half) < value) {
                low = half;
            } else {
                high = half;
            }
        }
        return new Saturation(high);
    }

    /// P(|u| > from) for u ~ N(0, variance).
    double share(double variance) {
        return SpecialFunctions.erfc(from / Math.sqrt(2 * variance));
    }
}
