package dev.weightscope.phase;

/// Where networks are trained on a map, numbered from the lowest σ_w² to the highest, then from the
/// lowest σ_b² to the highest.
///
/// @param weights σ_w²
/// @param biases σ_b²
public record Places(GridAxis weights, GridAxis biases) {
    public int columns() {
        return weights.count();
    }

    public int rows() {
        return biases.count();
    }

    public int count() {
        return columns() * rows();
    }

    public double weightVariance(int place) {
        return weights.at(place % columns());
    }

    public double biasVariance(int place) {
        return biases.at(place / columns());
    }
}
