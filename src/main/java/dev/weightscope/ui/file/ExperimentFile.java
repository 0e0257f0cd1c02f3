package dev.weightscope.ui.file;

import dev.weightscope.export.WholeFile;
import dev.weightscope.file.BoundedFile;
import dev.weightscope.file.ReadLimit;
import dev.weightscope.model.Refusal;
import dev.weightscope.saved.SavedSession;
import java.io.IOException;
import java.nio.file.Path;

/// A session as a file of its own, with all options of every setting, so that it stays the same
/// when defaults change. To be edited by hand.
final class ExperimentFile {
    private ExperimentFile() {}

    /// @throws IOException whose message is one sentence
    static void write(Path file, SavedSession session) throws IOException {
        WholeFile.write(file, session.format());
    }

    /// @throws Refusal in one sentence that names the file, if it cannot be read or holds none
    static SavedFile read(Path file) {
        return SavedFile.saved(file, new BoundedFile(file, ReadLimit.EXPERIMENT).text());
    }
}
