package dev.weightscope.ui;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// A place on which a file can be dropped; of several, the first counts.
final class FileDrop {
    private FileDrop() {}

    static void on(Node place, Consumer<Path> open) {
        place.setOnDragOver(FileDrop::accept);
        place.setOnDragDropped(event -> {
            event.getDragboard().getFiles().stream()
                    .findFirst()
                    .ifPresent(file -> open.accept(file.toPath()));
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private static void accept(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }
}
