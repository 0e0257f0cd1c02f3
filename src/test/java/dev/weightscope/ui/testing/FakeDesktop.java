package dev.weightscope.ui.testing;

import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.desktop.FileKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// A desktop whose person always chooses the same file.
public final class FakeDesktop implements Desktop {
    public final List<String> copiedTexts = new ArrayList<>();
    public final List<Image> copiedImages = new ArrayList<>();
    public final List<Path> shownFolders = new ArrayList<>();
    public @Nullable Path choice;

    @Override
    public Optional<Path> chooseToOpen(List<FileKind> kinds) {
        return Optional.ofNullable(choice);
    }

    @Override
    public Optional<Path> chooseToSave(FileKind kind, Path folder, String name) {
        return Optional.ofNullable(choice);
    }

    @Override
    public void copy(String text) {
        copiedTexts.add(text);
    }

    @Override
    public void copy(Image image) {
        copiedImages.add(image);
    }

    @Override
    public void show(Path folder) {
        shownFolders.add(folder);
    }
}
