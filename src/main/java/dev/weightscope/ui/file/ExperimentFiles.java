package dev.weightscope.ui.file;

import dev.weightscope.data.DataTables;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.run.Background;
import dev.weightscope.run.Background.Outcome;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.Pins;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.desktop.FileKind;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.state.Workspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Opening and saving of what a person works on: the experiment, the pins, the view. A file is
/// opened the same way whether it was chosen or dropped on the window: in the background, the
/// newest one only.
public final class ExperimentFiles {
    private static final String READING = "a file to open";

    private final Workspace workspace;
    private final Desktop desktop;
    private final Notices notices;
    private final Background background;
    private final FileWriting writing;
    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");

    /// @param background reads files, and delivers on the toolkit's thread
    public ExperimentFiles(
            Workspace workspace,
            Desktop desktop,
            Notices notices,
            Background background,
            FileWriting writing) {
        this.workspace = workspace;
        this.desktop = desktop;
        this.notices = notices;
        this.background = background;
        this.writing = writing;
    }

    /// The name of the file that is being read; empty if none is.
    public ReadOnlyStringProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// Stops reading.
    ///
    /// @return whether a file was being read
    public boolean cancel() {
        background.cancel(READING);
        boolean wasReading = !reading.get().isEmpty();
        reading.set("");
        return wasReading;
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

    /// Opens a table as the input, or what an experiment file or an exported picture holds; returns
    /// at once. A file that cannot be opened changes nothing and gets a sentence.
    public void open(Path file) {
        read(
                file.toString(),
                () -> FileContent.read(file),
                content -> {
                    switch (content) {
                        case FileContent.Table(var table) -> use(table);
                        case FileContent.Saved saved -> use(name(file.toString()), saved);
                    }
                });
    }

    /// Makes a table the input; returns at once, as [#open].
    ///
    /// @param source a file, or the key of a data set that comes with the program
    public void useTable(String source) {
        read(source, () -> DataTables.read(source), this::use);
    }

    private void use(DataTable table) {
        workspace.session().edit(e -> e.withTable(table));
        if (!table.leftOut().isEmpty()) {
            notices.tell(name(table.source()) + ": " + table.leftOutNote() + ".");
        }
    }

    private void use(String name, FileContent.Saved saved) {
        Pins before = workspace.session().pins();
        workspace.open(saved.session(), saved.state());
        OpenedNotice notice = new OpenedNotice(name, saved, before);
        if (saved.state().pins().lost().isEmpty()) {
            notices.tell(notice.text());
        } else {
            notices.complain(notice.text());
        }
    }

    private <T> void read(String path, Callable<T> work, Consumer<T> reader) {
        reading.set(name(path));
        background.<T>request(
                READING,
                work,
                outcome -> {
                    reading.set("");
                    try {
                        switch (outcome) {
                            case Outcome.Done<T>(T value) -> reader.accept(value);
                            case Outcome.Failed<T>(String sentence) -> complain(path, sentence);
                        }
                    } catch (Refusal refusal) {
                        complain(path, String.valueOf(refusal.getMessage()));
                    }
                });
    }

    /// In a window the file's own name is enough.
    private void complain(String path, String sentence) {
        notices.complain(Sentences.finished(sentence.replace(Quoted.path(path), name(path))));
    }

    private static String name(String path) {
        return Quoted.value(
                path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))));
    }

    private void saveAs(Path chosen) {
        Path file = FileKind.EXPERIMENT.complete(chosen);
        SavedSession saved = workspace.saved();
        writing.write(
                file,
                () -> ExperimentFile.write(file, saved),
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done<Path> _ ->
                                notices.tell(
                                        "Saved %s: %s."
                                                .formatted(
                                                        name(file.toString()),
                                                        OpenedNotice.pins(saved.pins().size())));
                        case Outcome.Failed<Path>(String sentence) ->
                                complain(file.toString(), sentence);
                    }
                });
    }
}
