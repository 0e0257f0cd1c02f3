package dev.weightscope.ui.desktop;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
    public Optional<Path> chooseToOpen(List<FileKind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().setAll(filters(kinds));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseToSave(FileKind kind, Path folder, String name) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(kind.label(), "*." + kind.extension()));
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

    /// First what shows all that can be read, then a filter for each kind.
    static List<ExtensionFilter> filters(List<FileKind> kinds) {
        List<ExtensionFilter> filters = new ArrayList<>();
        if (kinds.size() > 1) {
            filters.add(filter("All that can be opened", kinds));
        }
        kinds.forEach(kind -> filters.add(filter(kind.label(), List.of(kind))));
        filters.add(new ExtensionFilter("All files", "*"));
        return filters;
    }

    /// On some systems the case of an extension counts.
    private static ExtensionFilter filter(String label, List<FileKind> kinds) {
        return new ExtensionFilter(
                label,
                kinds.stream()
                        .flatMap(kind -> kind.extensions().stream())
                        .flatMap(each -> Stream.of(each, each.toUpperCase(Locale.ROOT)))
                        .map(each -> "*." + each)
                        .toList());
    }
}
