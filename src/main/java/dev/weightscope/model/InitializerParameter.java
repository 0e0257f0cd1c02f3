package dev.weightscope.model;

/// A number that an initializer scheme may ask for, with its bounds and default.
public enum InitializerParameter implements Keyed {
    /// The value of every weight of `constant`.
    VALUE("value", "Value", -1e6, 1e6, 0.01),
    /// The standard deviation of a normal law; of the truncated one before the cut. Keras's
    /// `RandomNormal` default.
    STD("std", "Std", 0, 1e6, 0.05),
    /// Where a truncated normal is cut, in stds.
    CUT("cut", "Cut (stds)", 0.01, 10, 2),
    /// The bound of a uniform law.
    LIMIT("limit", "Limit", 0, 1e6, 1),
    /// The share of zeros among an input's weights.
    SPARSITY("sparsity", "Sparsity", 0, 1, 0.9),
    /// The numerator of variance scaling: Var(W) = scale / fan.
    SCALE("scale", "Scale", 0, 1e6, 1);

    private final String key;
    private final String label;
    private final double low;
    private final double high;
    private final double defaultValue;

    InitializerParameter(String key, String label, double low, double high, double defaultValue) {
        this.key = key;
        this.label = label;
        this.low = low;
        this.high = high;
        this.defaultValue = defaultValue;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    public double defaultValue() {
        return defaultValue;
    }
}
