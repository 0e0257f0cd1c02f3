package dev.weightscope.model;

/// What becomes of the columns of a table before a network sees them.
public enum Scaling implements Keyed {
    /// Each to mean 0 and population std 1.
    STANDARD("standard", "Each to mean 0, std 1", "each standardized to mean 0 and std 1"),
    /// All by one number, the largest magnitude among them: pixels of 0..255 become 0..1, and a
    /// pixel that is darker in all images stays so.
    UNIT("unit", "All by the largest", "all divided by the largest magnitude among them"),
    NONE("none", "As they are", "as they are");

    private final String key;
    private final String label;
    private final String words;

    Scaling(String key, String label, String words) {
        this.key = key;
        this.label = label;
        this.words = words;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// Of columns: `each standardized to mean 0 and std 1`.
    public String words() {
        return words;
    }
}
