package dev.weightscope.ui.file;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.data.DataTables;
import dev.weightscope.export.PngFile;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.desktop.FileKind;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.state.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// Opening and saving of experiments. A file is opened the same way whether it was chosen or
/// dropped on the window.
public final class ExperimentFiles {
    private final Workbench workbench;
    private final Desktop desktop;
    private final Notices notices;

    public ExperimentFiles(Workbench workbench, Desktop desktop, Notices notices) {
        this.workbench = workbench;
        this.desktop = desktop;
        this.notices = notices;
    }

    /// Asks for a place and saves the experiment there.
    public void save() {
        Path home = Path.of(System.getProperty("user.home", "."));
        desktop.chooseToSave(FileKind.EXPERIMENT, home, "experiment.weightscope")
                .ifPresent(this::saveAs);
    }

    /// Asks for a file and opens it.
    public void open() {
        desktop.chooseToOpen(FileKind.EXPERIMENT).ifPresent(this::open);
    }

    /// Opens a table as the input, or the experiment in an experiment file or an exported picture.
    public void open(Path file) {
        try {
            Experiment opened = read(file);
            workbench.edit(_ -> opened);
        } catch (IOException | Refusal failure) {
            notices.complain(Sentences.finished(failure));
        }
    }

    private void saveAs(Path chosen) {
        Path file = FileKind.EXPERIMENT.complete(chosen);
        try {
            ExperimentFile.write(file, workbench.experiment());
            notices.tell("Saved " + file.getFileName() + ".");
        } catch (IOException failure) {
            notices.complain(Sentences.finished(failure));
        }
    }

    private Experiment read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (FileKind.TABLE.isOf(file) || name.endsWith(".csv.gz")) {
            return workbench.experiment().withTable(DataTables.read(file.toString()));
        }
        if (FileKind.PICTURE.isOf(file)) {
            String text =
                    PngFile.readExperimentText(file)
                            .orElseThrow(() ->
                                    new Refusal(
                                            "%s holds no experiment: WeightScope did not export it"
                                                    .formatted(file.getFileName())));
            return ExperimentText.parse(text);
        }
        if (FileKind.EXPERIMENT.isOf(file) || name.endsWith(".txt")) {
            return ExperimentFile.read(file);
        }
        throw new Refusal(
                "%s is neither a CSV table, nor a picture exported here, nor an experiment file"
                        .formatted(file.getFileName()));
    }
}
