package dev.weightscope.phase;

import dev.weightscope.model.Keyed;

/// What a map shows at each σ_w² and σ_b².
public enum PhaseQuantity implements Keyed {
    CHI("chi", "χ₁", "by which a layer multiplies the second moment of a gradient"),
    XI_C("xi-c", "ξ correlation", "layers in which samples come e times nearer to their end"),
    Q("q", "q*", "where the variance of pre-activations ends"),
    DEPTH("depth", "depth 6 ξ", "the depth to which networks train, about six times ξ");

    /// The depth to which networks train, in ξ_c (Schoenholz et al. 2017, arXiv 1611.01232, §5).
    public static final double TRAINABLE = 6;

    private final String key;
    private final String label;
    private final String meaning;

    PhaseQuantity(String key, String label, String meaning) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// In a few words.
    public String meaning() {
        return meaning;
    }

    /// Whether it is found from how samples end, which takes longer.
    boolean needsScale() {
        return this == XI_C || this == DEPTH;
    }
}
