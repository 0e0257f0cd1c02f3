package dev.weightscope.model;

/// What is normalized, to variance 1 but for [#EPSILON] and without a learned scale: of a plain
/// layer its pre-activations, of a branch what enters it.
public enum Normalization implements Keyed {
    NONE("none", "None", ""),
    /// Each unit over the batch, to mean 0 and variance 1 (Ioffe & Szegedy 2015, arXiv 1502.03167).
    BATCH("batch", "Batch", "batch norm"),
    /// Each sample over the units, to mean 0 and variance 1 (Ba et al. 2016, arXiv 1607.06450).
    LAYER("layer", "Layer", "layer norm"),
    /// Each sample over the units, divided by its RMS; the mean stays (Zhang & Sennrich 2019, arXiv
    /// 1910.07467).
    RMS("rms", "RMS", "RMS norm");

    /// Added to a variance, or a mean square, before its root divides, as PyTorch's norms do.
    public static final double EPSILON = 1e-5;

    private final String key;
    private final String label;
    private final String noun;

    Normalization(String key, String label, String noun) {
        this.key = key;
        this.label = label;
        this.noun = noun;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// In a caption: `batch norm`; empty where there is none.
    public String noun() {
        return noun;
    }
}
