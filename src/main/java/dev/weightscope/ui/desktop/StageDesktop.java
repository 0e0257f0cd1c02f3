package dev.weightscope.ui.desktop;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;

/// The real desktop, its dialogs in front of a stage.
public final class StageDesktop implements Desktop {
    private final Stage stage;
    private final HostServices services;

    public StageDesktop(Stage stage, HostServices services) {
        this.stage = stage;
        this.services = services;
    }

    @Override
    public Optional<Path> chooseToOpen(FileKind kind) {
        FileChooser chooser = chooser(kind);
        if (kind == FileKind.EXPERIMENT) {
            // Pictures hold experiments too.
            chooser.getExtensionFilters().add(filter(FileKind.PICTURE));
        }
        chooser.getExtensionFilters().add(new ExtensionFilter("All files", "*"));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseToSave(FileKind kind, Path folder, String name) {
        FileChooser chooser = chooser(kind);
        chooser.setInitialFileName(name);
        if (Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void copy(Image image) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void show(Path folder) {
        services.showDocument(folder.toUri().toString());
    }

    private static FileChooser chooser(FileKind kind) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(filter(kind));
        return chooser;
    }

    private static ExtensionFilter filter(FileKind kind) {
        return new ExtensionFilter(kind.label(), "*." + kind.extension());
    }
}
