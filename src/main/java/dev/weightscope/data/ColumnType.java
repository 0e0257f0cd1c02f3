package dev.weightscope.data;

/// What a column of a file holds, by all its rows.
public enum ColumnType {
    NUMBERS("numbers"),
    /// Numbers, and a few words among them.
    DAMAGED("numbers, words"),
    TEXT("text"),
    EMPTY("empty");

    private final String label;

    ColumnType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Whether it could be an input.
    boolean hasNumbers() {
        return this == NUMBERS || this == DAMAGED;
    }
}
