package dev.weightscope.ui.file;

import dev.weightscope.model.Refusal;
import dev.weightscope.run.Background;
import dev.weightscope.run.Background.Outcome;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Writes files in the background. What was asked for is written even if the window is closed at
/// once: [#finish] does then what is left. To be used on one thread, the toolkit's.
public final class FileWriting {
    private static final Logger LOGGER = System.getLogger(FileWriting.class.getName());

    private final Background background;
    private final Map<Path, Content> unwritten = new LinkedHashMap<>();

    /// Puts a file in its place.
    @FunctionalInterface
    interface Content {
        /// Called on any thread.
        ///
        /// @throws IOException whose message is one sentence
        void write() throws IOException;
    }

    /// @param background used for nothing else, and delivers on the toolkit's thread
    public FileWriting(Background background) {
        this.background = background;
    }

    /// Writes a file; returns at once. Of several contents for one file the newest counts.
    ///
    /// @param reader called when it is written, or could not be
    void write(Path file, Content content, Consumer<Outcome<Path>> reader) {
        unwritten.put(file, content);
        background.request(
                file,
                () -> {
                    content.write();
                    return file;
                },
                outcome -> {
                    unwritten.remove(file, content);
                    reader.accept(outcome);
                });
    }

    /// Writes on this thread what is not written yet; nobody is told of it. Nothing can be written
    /// afterwards.
    public void finish() {
        background.closeAndWait(); // an older content must not be written after a newer one
        unwritten.forEach((file, content) -> {
            try {
                content.write();
            } catch (IOException | Refusal failure) {
                LOGGER.log(Level.WARNING, failure.getMessage());
            }
        });
        unwritten.clear();
    }
}
