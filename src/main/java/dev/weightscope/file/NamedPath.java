package dev.weightscope.file;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// A path by the name that a person gives it.
public final class NamedPath {
    private NamedPath() {}

    /// The path of a name.
    ///
    /// Java reads and writes file names in the encoding of the locale. That of a plain `LC_ALL=C`
    /// is ASCII, which neither can name other files nor lets through their names on a command line.
    ///
    /// @throws Refusal in one sentence, if nothing can have this name
    public static Path of(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException _) {
            if (name.indexOf('\0') >= 0) {
                throw new Refusal(
                        "%s holds NUL, which no file's name can".formatted(Quoted.path(name)));
            }
            throw new Refusal(
                    "the locale cannot name the file %s (its encoding is %s); start the program in a"
                                    .formatted(
                                            Quoted.path(name),
                                            System.getProperty("sun.jnu.encoding"))
                            + " UTF-8 locale, for example with LC_ALL=C.UTF-8");
        }
    }
}
