package dev.weightscope.model;

/// Whether a file's first line names its columns.
public enum HeaderLine implements Keyed {
    /// It does if there is a word in it above a column of numbers.
    AUTO("auto", "Recognized"),
    YES("yes", "Yes"),
    NO("no", "No");

    private final String key;
    private final String label;

    HeaderLine(String key, String label) {
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
