package dev.weightscope.theory;

/// What is normalized, to mean 0 and variance 1 but for ε, and without a learned scale: of a plain
/// layer its pre-activations, of a branch what enters it.
public enum Normalization {
    NONE,
    /// Each unit over the batch.
    BATCH,
    /// Each sample over the units.
    LAYER,
    /// Each sample over the units, by its RMS alone.
    RMS;

    /// Added to a variance before it divides, as in PyTorch and by Ba et al. 2016, arXiv
    /// 1607.06450.
    static final double EPSILON = 1e-5;
}
