package dev.weightscope.ui.file;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.export.WholeFile;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An experiment as a file: a line with the version of the form, then the options that make it, all
/// of them, so that it stays the same when defaults change. To be edited by hand.
final class ExperimentFile {
    private static final String FIRST_LINE = "weightscope-experiment 1";

    private ExperimentFile() {}

    /// @throws IOException whose message is one sentence
    static void write(Path file, Experiment experiment) throws IOException {
        WholeFile.write(file, FIRST_LINE + "\n" + ExperimentText.formatLines(experiment) + "\n");
    }

    /// @throws IOException if the file cannot be read
    /// @throws Refusal if it holds no experiment
    static Experiment read(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (MalformedInputException _) {
            throw notAnExperiment(file);
        }
        int lineEnd = text.indexOf('\n');
        if (lineEnd < 0 || !text.substring(0, lineEnd).strip().equals(FIRST_LINE)) {
            throw notAnExperiment(file);
        }
        return ExperimentText.parse(text.substring(lineEnd));
    }

    private static Refusal notAnExperiment(Path file) {
        return new Refusal(
                "%s holds no experiment: its first line would be \"%s\""
                        .formatted(file.getFileName(), FIRST_LINE));
    }
}
