package dev.weightscope.snippet;

import dev.weightscope.model.Keyed;

/// How much of an experiment a snippet is of.
public enum Extent implements Keyed {
    LAYER("layer", "One layer"),
    NETWORK("network", "Whole network"),
    TRAINING("training", "Training");

    private final String key;
    private final String label;

    Extent(String key, String label) {
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

    /// Whether it is written for a framework: a layer for each, all else for PyTorch.
    public boolean isFor(Framework framework) {
        return switch (this) {
            case LAYER -> true;
            case NETWORK, TRAINING -> framework == Framework.PYTORCH;
        };
    }
}
