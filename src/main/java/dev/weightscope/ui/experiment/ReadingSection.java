package dev.weightscope.ui.experiment;

import dev.weightscope.arguments.DataOptions;
import dev.weightscope.data.DataTables;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.option.Option;
import dev.weightscope.ui.controls.FoldedSection;
import dev.weightscope.ui.controls.OptionRow;
import dev.weightscope.ui.state.Session;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How a table is read: what was recognized, and what a person says instead. A table that is the
/// input is read again, in the background, with each change.
final class ReadingSection extends VBox {
    private final Session session;
    private final BiConsumer<String, DataReading> useTable;
    private final FoldedSection section;
    private final Label summary = new Label();

    /// Held, since nobody else holds what its listeners are called by.
    private final ObservableValue<DataReading> reading;

    /// @param useTable makes a table the input, by its name, read so; returns at once
    ReadingSection(Session session, BiConsumer<String, DataReading> useTable) {
        this.session = session;
        this.useTable = useTable;
        reading = session.experimentProperty().map(Experiment::reading);
        summary.getStyleClass().add("hint");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        section =
                new FoldedSection(
                        "How data are read",
                        Stream.concat(
                                        Stream.of(summary),
                                        DataOptions.ALL.list().stream().map(this::row))
                                .toArray(Node[]::new));
        section.setId("reading");
        getChildren().add(section);
        session.experimentProperty().subscribe(this::show);
    }

    private Node row(Option<DataReading, ?> option) {
        return OptionRow.of(DataOptions.ALL, option, reading, this::edit);
    }

    private void edit(UnaryOperator<DataReading> change) {
        Experiment experiment = session.experiment();
        DataReading changed = change.apply(experiment.reading());
        if (changed.equals(experiment.reading())) {
            return;
        }
        switch (experiment.input()) {
            case Input.Table(var table) -> useTable.accept(table.source(), changed);
            case Input.StandardNormal _, Input.Uniform _ ->
                    session.edit(e -> e.withReading(changed));
        }
    }

    private void show(Experiment experiment) {
        summary.setText(
                experiment.input() instanceof Input.Table(var table)
                        ? table.summary()
                        : "The input is drawn; this is for files, %s."
                                .formatted(String.join(", ", DataTables.keys())));
        section.mark(
                DataOptions.ALL.list().stream()
                        .filter(option ->
                                DataOptions.ALL.stated(option, experiment.reading()).isPresent())
                        .map(option ->
                                option.key() + " " + option.write(experiment.reading()).orElse(""))
                        .toList());
    }
}
