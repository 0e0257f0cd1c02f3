package dev.weightscope.ui.training;

import dev.weightscope.data.DataTables;
import dev.weightscope.data.DrawnData;
import dev.weightscope.data.TableUse;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.ui.data.ImportedTable;
import dev.weightscope.ui.data.Imports;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import java.util.function.UnaryOperator;

/// What networks are trained on, as a person chooses it: a data set that comes with the program, or
/// a file that is looked at before.
///
/// An experiment says once how files are read, for its input and for what is learnt. Where both are
/// files they become the same one.
public final class TrainingImports {
    private final LabState<TrainingSettings, TrainingAnswer> state;
    private final Session session;
    private final Imports imports;
    private final Notices notices;

    public TrainingImports(
            LabState<TrainingSettings, TrainingAnswer> state,
            Session session,
            Imports imports,
            Notices notices) {
        this.state = state;
        this.session = session;
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
        imports.open(
                state.settings().data(),
                session.experiment().reading(),
                TableUse.LEARNING,
                this::use);
    }

    /// Whether the data in force is read, and not drawn.
    boolean isRead() {
        return DrawnData.withKey(state.settings().data()).isEmpty();
    }

    /// Takes a data set that comes with the program, as it is; how the input's file is read stays.
    void take(String key) {
        state.edit(
                now -> isFile(now) ? now : now.withReading(asItIs(now.reading())),
                now -> now.withData(key));
    }

    private static boolean isFile(Experiment experiment) {
        return experiment.input() instanceof Input.Table(var table)
                && !DataTables.keys().contains(table.source());
    }

    private static DataReading asItIs(DataReading reading) {
        return DataReading.DEFAULT.withDrawn(reading.drawn());
    }

    /// How the data in force is drawn.
    void draw(UnaryOperator<DataReading> change) {
        session.edit(now -> now.withReading(change.apply(now.reading())));
    }

    private void use(ImportedTable used) {
        boolean isOther =
                session.experiment().input() instanceof Input.Table(var table)
                        && !table.source().equals(used.source())
                        && !session.experiment().reading().equals(used.reading());
        state.edit(
                now ->
                        isOther
                                ? now.withTable(used.table(), used.reading())
                                : now.withReading(used.reading()),
                now -> now.withData(used.source()));
        notices.tell(
                "%s: %s.%s"
                        .formatted(
                                used.name(),
                                used.summary(),
                                isOther ? " It is the input too: one reading is for both." : ""));
    }
}
