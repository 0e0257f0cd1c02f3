package dev.weightscope.ui.file;

import dev.weightscope.data.DataTables;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.FileName;
import dev.weightscope.model.Refusal;
import dev.weightscope.run.Background;
import dev.weightscope.run.Background.Outcome;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.SessionState;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.desktop.FileKind;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.state.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

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
    private final Consumer<Path> importTable;
    private Optional<Said> said = Optional.empty();
    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");

    /// What was said of the file that was opened last.
    ///
    /// @param before what its opening is undone to; null where it was refused
    private record Said(String sentence, @Nullable SessionState before) {}

    /// @param background reads files, and delivers on the toolkit's thread
    /// @param importTable asks how a file with a table is read; returns at once
    public ExperimentFiles(
            Workspace workspace,
            Desktop desktop,
            Notices notices,
            Background background,
            FileWriting writing,
            Consumer<Path> importTable) {
        this.workspace = workspace;
        this.desktop = desktop;
        this.notices = notices;
        this.background = background;
        this.writing = writing;
        this.importTable = importTable;
        workspace
                .session()
                .stateProperty()
                .addListener((_, _, now) -> {
                    if (said.filter(each -> now.equals(each.before)).isPresent()) {
                        forget();
                    }
                });
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

    /// Opens what an experiment file or an exported picture holds, or asks how a table is read;
    /// returns at once. A file that cannot be opened changes nothing and gets a sentence.
    public void open(Path file) {
        if (FileKind.TABLE.isOf(file)) {
            cancel();
            forget();
            importTable.accept(file);
            return;
        }
        read(
                file.toString(),
                () -> SavedFile.read(file),
                saved -> use(FileName.quoted(file.toString()), saved));
    }

    /// Makes a table the input; returns at once, as [#open].
    ///
    /// @param source a file, or one of [DataTables#keys]
    public void useTable(String source, DataReading reading) {
        read(source, () -> DataTables.read(source, reading), table -> use(table, reading));
    }

    private void use(DataTable table, DataReading reading) {
        SessionState before = workspace.session().state();
        workspace.session().edit(e -> e.withTable(table, reading));
        String sentence = FileName.quoted(table.source()) + ": " + table.summary() + ".";
        remember(sentence, before);
        notices.tell(sentence);
    }

    private void use(String name, SavedFile saved) {
        SessionState before = workspace.session().state();
        workspace.open(saved.session(), saved.state());
        String sentence = new OpenedNotice(name, saved, before.pins()).text();
        remember(sentence, before);
        if (saved.state().pins().lost().isEmpty()) {
            notices.tell(sentence);
        } else {
            notices.complain(sentence);
        }
    }

    private void remember(String sentence, @Nullable SessionState before) {
        said = Optional.of(new Said(sentence, before));
    }

    private void forget() {
        said.map(Said::sentence).ifPresent(notices::takeBack);
        said = Optional.empty();
    }

    private <T> void read(String path, Callable<T> work, Consumer<T> reader) {
        forget(); // it was about another file
        reading.set(FileName.quoted(path));
        background.<T>request(
                READING,
                work,
                outcome -> {
                    reading.set("");
                    try {
                        switch (outcome) {
                            case Outcome.Done<T>(T value) -> reader.accept(value);
                            case Outcome.Failed<T>(String sentence) -> refuse(path, sentence);
                        }
                    } catch (Refusal refusal) {
                        refuse(path, String.valueOf(refusal.getMessage()));
                    }
                });
    }

    private void refuse(String path, String refusal) {
        String sentence = Sentences.withoutFolders(path, refusal);
        remember(sentence, null);
        notices.complain(sentence);
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
                                                        FileName.quoted(file.toString()),
                                                        OpenedNotice.pins(saved.pins().size())));
                        case Outcome.Failed<Path>(String sentence) ->
                                notices.complain(
                                        Sentences.withoutFolders(file.toString(), sentence));
                    }
                });
    }
}
