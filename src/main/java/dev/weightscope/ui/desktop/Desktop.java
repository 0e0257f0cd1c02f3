package dev.weightscope.ui.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;

/// See the package.
public interface Desktop {
    /// Asks for a file to read; empty if the person thinks better of it.
    ///
    /// @param kinds what can be read
    Optional<Path> chooseToOpen(List<FileKind> kinds);

    /// Asks for a place to write; empty if the person thinks better of it.
    ///
    /// @param folder where to begin
    /// @param name a proposal, with its extension
    Optional<Path> chooseToSave(FileKind kind, Path folder, String name);

    void copy(String text);

    /// @param image opaque, since many programs paste transparency as black
    void copy(Image image);

    /// Opens a folder in the file manager.
    void show(Path folder);
}
