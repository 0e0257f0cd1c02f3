package dev.weightscope.ui.file;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.data.DataTables;
import dev.weightscope.export.WholeFile;
import dev.weightscope.file.BoundedFile;
import dev.weightscope.file.ReadLimit;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.nio.file.Path;

/// An experiment as a file: a line with the version of the form, then the options that make it, all
/// of them, so that it stays the same when defaults change. To be edited by hand.
final class ExperimentFile {
    private static final String FIRST_LINE = "weightscope-experiment 1";

    private ExperimentFile() {}

    /// @throws IOException whose message is one sentence
    static void write(Path file, Experiment experiment) throws IOException {
        WholeFile.write(
                file,
                FIRST_LINE
                        + "\n"
                        + ExperimentText.formatLines(DataTables.withAbsolutePath(experiment))
                        + "\n");
    }

    /// @throws Refusal in one sentence, if the file cannot be read or holds no experiment
    static Experiment read(Path file) {
        String text = new BoundedFile(file, ReadLimit.EXPERIMENT).text();
        int lineEnd = text.indexOf('\n');
        if (lineEnd < 0 || !text.substring(0, lineEnd).strip().equals(FIRST_LINE)) {
            throw new Refusal(
                    "%s holds no experiment: its first line would be \"%s\""
                            .formatted(Quoted.path(file), FIRST_LINE));
        }
        return FileContent.experiment(file, text.substring(lineEnd));
    }
}
