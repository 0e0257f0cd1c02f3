package dev.weightscope.model;

import java.util.List;

/// On which side of a weight's shape its outputs stand.
public enum Layout implements Keyed {
    /// As PyTorch: `out x in`, of convolutions `out x in x kernel`.
    OUT_IN("out-in", "out × in"),
    /// As Keras, Flax and `X @ W`: `in x out`, of convolutions `kernel x in x out`.
    IN_OUT("in-out", "in × out");

    private final String key;
    private final String label;

    Layout(String key, String label) {
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

    /// How many outputs, without the kernel's area.
    ///
    /// @param shape of at least two dimensions
    public long outputs(List<Long> shape) {
        return switch (this) {
            case OUT_IN -> shape.getFirst();
            case IN_OUT -> shape.getLast();
        };
    }

    /// How many inputs, without the kernel's area.
    ///
    /// @param shape of at least two dimensions
    public long inputs(List<Long> shape) {
        return switch (this) {
            case OUT_IN -> shape.get(1);
            case IN_OUT -> shape.get(shape.size() - 2);
        };
    }
}
