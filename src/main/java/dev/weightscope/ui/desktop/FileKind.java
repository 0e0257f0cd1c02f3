package dev.weightscope.ui.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The files that the window reads and writes.
public enum FileKind {
    PNG("PNG picture", "png"),
    SVG("SVG picture", "svg"),
    PDF("PDF document", "pdf"),
    GIF("GIF animation", "gif"),
    EXPERIMENT("WeightScope experiment", "weightscope", "txt"),
    TABLE("Table of numbers", "csv", "csv.gz", "tsv", "tab", "data", "arff"),
    WEIGHTS(
            "File of weights",
            "safetensors",
            "npz",
            "npy",
            "gguf",
            "onnx",
            "pt",
            "pth",
            "bin",
            "ckpt",
            "keras",
            "h5",
            "hdf5",
            "pkl");

    /// All that brings a session or a table back.
    public static final List<FileKind> SESSIONS = List.of(EXPERIMENT, PNG, SVG, PDF, GIF, TABLE);

    /// All that the window opens.
    public static final List<FileKind> OPENED =
            Stream.concat(SESSIONS.stream(), Stream.of(WEIGHTS)).toList();

    private final String label;
    private final String extension;

    // Immutable: made of constants.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> others;

    /// @param others what such a file may end in too
    FileKind(String label, String extension, String... others) {
        this.label = label;
        this.extension = extension;
        this.others = List.of(others);
    }

    public String label() {
        return label;
    }

    /// Without the dot, as it is written.
    public String extension() {
        return extension;
    }

    /// Without the dot, all that can be read: the one that is written first.
    public List<String> extensions() {
        return Stream.concat(Stream.of(extension), others.stream()).toList();
    }

    /// Whether a file has one of the extensions, in any case.
    public boolean isOf(Path file) {
        return extensions().stream().anyMatch(each -> endsWith(file, each));
    }

    /// The file, with the extension if it has not: not every desktop adds it.
    public Path complete(Path file) {
        return endsWith(file, extension)
                ? file
                : file.resolveSibling(file.getFileName() + "." + extension);
    }

    private static boolean endsWith(Path file, String extension) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith("." + extension);
    }
}
