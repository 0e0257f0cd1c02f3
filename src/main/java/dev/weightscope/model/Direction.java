package dev.weightscope.model;

/// Which way through a network: of the signal, or of the gradient.
public enum Direction implements Keyed {
    FORWARD("forward", "Forward"),
    BACKWARD("backward", "Backward");

    private final String key;
    private final String label;

    Direction(String key, String label) {
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
}
