package dev.weightscope.file;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.nio.file.Path;

/// How much is read of a kind of file.
///
/// @param kind with its article, for messages: `a picture`
/// @param bytes at most
public record ReadLimit(String kind, long bytes) {
    private static final long MIB = 1 << 20;

    public static final ReadLimit SETTINGS = new ReadLimit("a settings file", MIB);
    public static final ReadLimit EXPERIMENT = new ReadLimit("an experiment file", MIB);
    public static final ReadLimit PICTURE = new ReadLimit("a picture", 64 * MIB);

    /// Its note stands before the first frame; the rest is read only of one without.
    public static final ReadLimit ANIMATION = new ReadLimit("an animation", 256 * MIB);

    /// Of what is read of a table, which need not be the whole file; unpacked, if it is compressed.
    public static final ReadLimit TABLE = new ReadLimit("a CSV file", 256 * MIB);

    /// As large as a file can be: it is mapped and not read.
    public static final ReadLimit WEIGHTS = new ReadLimit("a file of weights", Long.MAX_VALUE);

    /// `1 MiB`
    public String size() {
        if (bytes % MIB == 0) {
            return bytes / MIB + " MiB";
        }
        return bytes % 1024 == 0 ? bytes / 1024 + " KiB" : bytes + " bytes";
    }

    Refusal exceededBy(Path file) {
        return new Refusal(
                "%s is too large: of %s, %s are read at most"
                        .formatted(Quoted.path(file), kind, size()));
    }
}
