package dev.weightscope.ui.experiment;

import dev.weightscope.data.DrawnData;
import dev.weightscope.data.TableUse;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Input;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.data.Imports;
import dev.weightscope.ui.state.Session;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// The way back to how the input is read.
final class InputReading {
    private InputReading() {}

    /// A button without a text, there while the input is a table that is read.
    ///
    /// @param useTable makes a table the input, by its name, read so; returns at once
    static Button button(
            Session session, Imports imports, BiConsumer<String, DataReading> useTable) {
        Button button = new Button();
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setTooltip(new Tooltip("How it is read: separator, header, columns, target"));
        button.setAccessibleText("How the input is read");
        button.setOnAction(_ ->
                source(session)
                        .ifPresent(source ->
                                imports.open(
                                        source,
                                        session.experiment().reading(),
                                        TableUse.INPUT,
                                        used -> useTable.accept(used.source(), used.reading()))));
        session.experimentProperty()
                .subscribe(_ -> Shown.when(button, source(session).isPresent()));
        return button;
    }

    private static Optional<String> source(Session session) {
        return session.experiment().input() instanceof Input.Table(var table)
                        && DrawnData.withKey(table.source()).isEmpty()
                ? Optional.of(table.source())
                : Optional.empty();
    }
}
