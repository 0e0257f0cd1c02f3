package dev.weightscope.theory;

/// E φ′(u)·φ′(v) of one activation at one variance as a function of the correlation c: divided by
/// what 1 / σ_w² is of it, C′(c).
interface CorrelationSlopes {
    /// @param distance 1 − c, above 0 and at most 1
    At at(double distance);

    /// @param there E φ′(u)·φ′(v) at the correlation
    /// @param mean of it over all correlations from there to 1
    /// @param guessed how much of `there` follows from a law alone
    record At(double there, double mean, double guessed) {}
}
