package dev.weightscope.ui.desktop;

import java.nio.file.Path;
import java.util.Locale;

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

    /// Whether a file has the extension, in any case.
    public boolean isOf(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith("." + extension);
    }

    /// The file, with the extension if it has none of this kind: not every desktop adds it.
    public Path complete(Path file) {
        return isOf(file) ? file : file.resolveSibling(file.getFileName() + "." + extension);
    }
}
