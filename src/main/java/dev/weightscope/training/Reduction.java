package dev.weightscope.training;

import dev.weightscope.model.Keyed;

/// What is made of the samples' losses, and so of their gradients.
public enum Reduction implements Keyed {
    /// As the frameworks do.
    MEAN("mean", "Mean"),
    /// As the course notebook does: the gradient grows with the batch.
    SUM("sum", "Sum");

    private final String key;
    private final String label;

    Reduction(String key, String label) {
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

    /// What a mean over so many samples is multiplied by.
    double weight(int samples) {
        return switch (this) {
            case MEAN -> 1;
            case SUM -> samples;
        };
    }
}
