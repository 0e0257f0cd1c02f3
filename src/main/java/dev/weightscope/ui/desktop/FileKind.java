package dev.weightscope.ui.desktop;

/// The files that the window reads and writes.
public enum FileKind {
    PICTURE("PNG picture", "png"),
    EXPERIMENT("WeightScope experiment", "weightscope"),
    TABLE("Table of numbers", "csv");

    private final String label;
    private final String extension;

    FileKind(String label, String extension) {
        this.label = label;
        this.extension = extension;
    }

    public String label() {
        return label;
    }

    /// Without the dot.
    public String extension() {
        return extension;
    }
}
