package dev.weightscope.ui.training;

import dev.weightscope.data.DataTables;
import dev.weightscope.data.DrawnData;
import dev.weightscope.data.TableUse;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.ui.data.ImportedTable;
import dev.weightscope.ui.data.Imports;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What networks are trained on, as a person chooses it: a data set that comes with the program, or
/// a file that is looked at before.
///
/// An experiment says once how tables are read, for its input and for what is learnt. Where both
/// are files they become the same one; an input that comes with the program is read again where
/// that changes, so that it is always what its experiment says.
public final class TrainingImports {
    private final LabState<TrainingSettings, TrainingAnswer> state;
    private final Session session;
    private final Imports imports;
    private final Tables tables;
    private final Notices notices;

    /// Reads tables in the background.
    @FunctionalInterface
    public interface Tables {
        /// @param taker called on the toolkit's thread once it is read, if it can be
        void read(String source, DataReading reading, Consumer<DataTable> taker);
    }

    public TrainingImports(
            LabState<TrainingSettings, TrainingAnswer> state,
            Session session,
            Imports imports,
            Tables tables,
            Notices notices) {
        this.state = state;
        this.session = session;
        this.imports = imports;
        this.tables = tables;
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
        Experiment now = session.experiment();
        read(
                isFile(now) ? now.reading() : asItIs(now.reading()),
                change -> state.edit(change, settings -> settings.withData(key)));
    }

    private static boolean isFile(Experiment experiment) {
        return experiment.input() instanceof Input.Table(var table)
                && !DataTables.keys().contains(table.source());
    }

    private static DataReading asItIs(DataReading reading) {
        return DataReading.DEFAULT.withDrawn(reading.drawn());
    }

    /// How the data in force is drawn.
    ///
    /// @throws dev.weightscope.model.Refusal if it cannot be drawn so
    void draw(UnaryOperator<DataReading> change) {
        read(change.apply(session.experiment().reading()), session::edit);
    }

    /// Changes how tables are read, once the input is read so too.
    private void read(DataReading reading, Consumer<UnaryOperator<Experiment>> edit) {
        Experiment now = session.experiment();
        if (now.input() instanceof Input.Table(var table)
                && isOtherwise(table.source(), now.reading(), reading)) {
            tables.read(
                    table.source(),
                    reading,
                    read ->
                            edit.accept(then ->
                                    isInput(then, table.source())
                                            ? then.withTable(read, reading)
                                            : then.withReading(reading)));
        } else {
            edit.accept(then -> then.withReading(reading));
        }
    }

    /// Whether a table is another when it is read so; only what is drawn depends on how it is.
    private static boolean isOtherwise(String source, DataReading before, DataReading reading) {
        DataReading compared =
                DrawnData.withKey(source).isPresent() ? before : before.withDrawn(reading.drawn());
        return !compared.equals(reading);
    }

    private static boolean isInput(Experiment experiment, String source) {
        return experiment.input() instanceof Input.Table(var table)
                && table.source().equals(source);
    }

    private void use(ImportedTable used) {
        boolean isOther =
                session.experiment().input() instanceof Input.Table
                        && !isInput(session.experiment(), used.source())
                        && !session.experiment().reading().equals(used.reading());
        state.edit(
                now ->
                        isOther || isInput(now, used.source())
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
