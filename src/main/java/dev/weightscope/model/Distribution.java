package dev.weightscope.model;

/// The shape of a variance-scaling initializer's draws.
public enum Distribution implements Keyed {
    NORMAL("normal", "normal"),
    UNIFORM("uniform", "uniform"),
    /// Cut at two standard deviations and widened so that the variance is as if it had not been cut
    /// (Keras, JAX).
    TRUNCATED("truncated", "truncated normal");

    private final String key;
    private final String label;

    Distribution(String key, String label) {
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
