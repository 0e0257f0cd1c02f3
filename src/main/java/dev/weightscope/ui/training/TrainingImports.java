package dev.weightscope.ui.training;

import dev.weightscope.data.DrawnData;
import dev.weightscope.data.TableUse;
import dev.weightscope.lab.Question;
import dev.weightscope.model.DataReading;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.ui.data.ImportedTable;
import dev.weightscope.ui.data.Imports;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.state.LabState;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What networks are trained on, as a person chooses it: a data set that comes with the program, or
/// a file that is looked at before. Once it is chosen here, how it is read is said by the
/// training's own settings, and the experiment's input is another matter.
public final class TrainingImports {
    private final LabState<TrainingSettings, TrainingAnswer> state;
    private final Imports imports;
    private final Notices notices;

    public TrainingImports(
            LabState<TrainingSettings, TrainingAnswer> state, Imports imports, Notices notices) {
        this.state = state;
        this.imports = imports;
        this.notices = notices;
    }

    /// Asks for a file, then how it is read.
    void choose() {
        imports.choose(TableUse.LEARNING, this::use);
    }

    /// Asks how a file is read.
    public void open(String source) {
        imports.open(source, DataReading.DEFAULT, TableUse.LEARNING, this::use);
    }

    /// Asks again how the data in force is read.
    void openAgain() {
        imports.open(state.settings().data(), reading(), TableUse.LEARNING, this::use);
    }

    /// Whether the data in force is read, and not drawn.
    boolean isRead() {
        return DrawnData.withKey(state.settings().data()).isEmpty();
    }

    /// How the data in force is read.
    DataReading reading() {
        Question<TrainingSettings> question = state.live().question();
        return question.settings().readingFor(question.experiment());
    }

    /// Takes a data set that comes with the program, as it is.
    void take(String key) {
        take(key, DataReading.DEFAULT.withDrawn(reading().drawn()));
    }

    /// How the data in force is drawn.
    ///
    /// @throws dev.weightscope.model.Refusal if it cannot be drawn so
    void draw(UnaryOperator<DataReading> change) {
        take(state.settings().data(), change.apply(reading()));
    }

    private void use(ImportedTable used) {
        take(used.source(), used.reading());
        notices.tell("%s: %s.".formatted(used.name(), used.summary()));
    }

    private void take(String data, DataReading reading) {
        state.edit(now -> now.withData(data).withReading(Optional.of(reading)));
    }
}
