package dev.weightscope.model;

/// Where biases come from.
public enum BiasKind implements Keyed {
    /// The initializer's own: 0 for all but `pytorch-linear` and custom ones.
    DEFAULT("default", "Initializer's own"),
    ZERO("zero", "Zero"),
    CONSTANT("constant", "Constant"),
    NORMAL("normal", "Normal"),
    UNIFORM("uniform", "Uniform");

    private final String key;
    private final String label;

    BiasKind(String key, String label) {
        this.key = key;
        this.label = label;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// Whether [Bias#scale()] is read.
    public boolean hasScale() {
        return this == CONSTANT || this == NORMAL || this == UNIFORM;
    }
}
