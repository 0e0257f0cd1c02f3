package dev.weightscope.phase;

/// What is mapped.
///
/// @param weights σ_w², from the left to the right
/// @param biases σ_b², from below to above
public record PhaseSettings(PhaseQuantity quantity, GridAxis weights, GridAxis biases) {
    public static final PhaseSettings DEFAULT =
            new PhaseSettings(PhaseQuantity.CHI, new GridAxis(0, 4, 97), new GridAxis(0, 0.3, 73));

    public PhaseSettings withQuantity(PhaseQuantity other) {
        return new PhaseSettings(other, weights, biases);
    }

    public PhaseSettings withWeights(GridAxis other) {
        return new PhaseSettings(quantity, other, biases);
    }

    public PhaseSettings withBiases(GridAxis other) {
        return new PhaseSettings(quantity, weights, other);
    }

    int cells() {
        return weights.count() * biases.count();
    }
}
