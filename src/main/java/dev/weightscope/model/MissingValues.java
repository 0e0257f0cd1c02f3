package dev.weightscope.model;

/// What becomes of a row in which a number is missing.
public enum MissingValues implements Keyed {
    /// The file is not read.
    REFUSE("refuse", "Refuse"),
    /// The row is left out.
    DROP("drop", "Drop the row"),
    /// The mean of the column's other numbers takes its place.
    MEAN("mean", "Fill in the mean");

    private final String key;
    private final String label;

    MissingValues(String key, String label) {
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
