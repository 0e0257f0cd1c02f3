package dev.weightscope.theory;

/// What a layer does to the gradients of two samples, which are independent at the output.
///
/// Their correlation has mean 0 and a variance over pairs and draws that grows on the way back, by
/// 1/width a layer in a linear network; so they fluctuate together the more the farther they have
/// come. Units are taken as independent, and a gradient by activations as normal and independent of
/// the slopes.
///
/// @param units of the layer
/// @param one 3 E φ′⁴ / (E φ′²)²
/// @param pair E φ′(u)²·φ′(v)² / (E φ′²)² of two samples
/// @param alikeSquared (E φ′(u)·φ′(v) / E φ′²)² of two samples
record GradientStep(int units, double one, double pair, double alikeSquared) {
    /// What the layer adds to the variance of the logarithm of a sample's gradient's second moment
    /// that all samples share.
    ///
    /// @param alike the variance of the correlation of two samples' gradients by the layer's output
    double sharedAdded(double alike) {
        return Math.max(0, both(alike) - 1) / units;
    }

    /// What it adds beside that to each sample's.
    double ownAdded(double alike) {
        return Math.max(0, one - both(alike)) / units;
    }

    private double both(double alike) {
        return (1 + 2 * alike) * pair;
    }

    /// The variance of that correlation by the output of the layer before.
    double alikeAfter(double alike) {
        double kept = alike * alikeSquared;
        return Math.min(1, kept + Math.max(0, (1 + 2 * alike) * pair - kept) / units);
    }
}
