package dev.weightscope.model;

/// The names of files where their folders would take too much room, with the separators of any
/// system, since files with paths in them are carried from one to another.
public final class FileName {
    private FileName() {}

    /// What comes behind the last separator of a path.
    public static String of(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /// The same inside a sentence.
    public static String quoted(String path) {
        return Quoted.value(of(path));
    }
}
