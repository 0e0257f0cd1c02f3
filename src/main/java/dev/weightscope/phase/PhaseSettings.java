package dev.weightscope.phase;

/// What is mapped, and measured.
///
/// @param weights σ_w², from the left to the right
/// @param biases σ_b², from below to above
public record PhaseSettings(
        PhaseQuantity quantity, GridAxis weights, GridAxis biases, Trainability trainability) {
    public static final PhaseSettings DEFAULT =
            new PhaseSettings(PhaseQuantity.CHI, new GridAxis(0, 4, 97), new GridAxis(0, 0.3, 73));

    /// Nothing measured.
    public PhaseSettings(PhaseQuantity quantity, GridAxis weights, GridAxis biases) {
        this(quantity, weights, biases, Trainability.DEFAULT);
    }

    public PhaseSettings withQuantity(PhaseQuantity other) {
        return new PhaseSettings(other, weights, biases, trainability);
    }

    public PhaseSettings withWeights(GridAxis other) {
        return new PhaseSettings(quantity, other, biases, trainability);
    }

    public PhaseSettings withBiases(GridAxis other) {
        return new PhaseSettings(quantity, weights, other, trainability);
    }

    PhaseSettings withTrainability(Trainability other) {
        return new PhaseSettings(quantity, weights, biases, other);
    }

    /// The same with networks trained all over the map, or without.
    public PhaseSettings measured(boolean isOn) {
        return withTrainability(trainability.measured(isOn));
    }

    /// Whether another part of the plane is mapped than at first.
    public boolean isZoomed() {
        return !weights.equals(DEFAULT.weights) || !biases.equals(DEFAULT.biases);
    }

    /// The quarter of each axis around a point.
    public PhaseSettings zoomedTo(double weightVariance, double biasVariance) {
        return withWeights(DEFAULT.weights.around(weightVariance))
                .withBiases(DEFAULT.biases.around(biasVariance));
    }

    /// The whole map.
    public PhaseSettings unzoomed() {
        return withWeights(DEFAULT.weights).withBiases(DEFAULT.biases);
    }

    int cells() {
        return weights.count() * biases.count();
    }
}
