package dev.weightscope.ui.experiment;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.data.TableUse;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Numbers;
import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.CommitField.Content;
import dev.weightscope.ui.controls.FieldRow;
import dev.weightscope.ui.controls.FoldedSection;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.data.DrawnRows;
import dev.weightscope.ui.data.Imports;
import dev.weightscope.ui.state.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// An explicit list of widths, and what the first layer sees.
final class WidthsAndInputSection extends VBox {
    private static final String TITLE = "Layer widths & input";
    private static final double ACTION_GAP = 6;

    private final Session session;
    private final BiConsumer<String, DataReading> useTable;
    private final Node drawn;
    private final FieldRow widths;
    private final Choice<InputOption> input;
    private final VBox inputRows = new VBox();
    private final FoldedSection section;

    /// @param useTable makes a table the input, by its name, read so; returns at once
    WidthsAndInputSection(
            Session session, Imports imports, BiConsumer<String, DataReading> useTable) {
        this.session = session;
        this.useTable = useTable;
        widths = new FieldRow("Widths", Content.TEXT, this::setWidths);
        widths.setExample("one for all");
        Label hint = new Label("Input, then each layer: 784,100,100,10. Empty: one width for all.");
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        input = new Choice<>("Input", InputOptions.ALL, InputOption::label, this::pick);
        input.setShortTexts(InputOption::shortLabel);
        Button file = new Button("CSV file…");
        file.setId("choose-table");
        file.setMinWidth(USE_PREF_SIZE);
        file.setTooltip(new Tooltip("Columns of numbers from a file as the input"));
        file.setOnAction(_ ->
                imports.choose(
                        TableUse.INPUT, used -> useTable.accept(used.source(), used.reading())));
        Button how = InputReading.button(session, imports, useTable);
        how.setText("Columns…");
        input.setAction(new HBox(ACTION_GAP, file, how));
        drawn = new DrawnRows(session.experimentProperty().map(Experiment::reading), this::draw);
        section = new FoldedSection(TITLE, widths, hint, inputRows);
        inputRows.getStyleClass().add("section");
        inputRows
                .getChildren()
                .addAll(input, drawn, ExperimentRow.of(session, ExperimentOptions.INPUT_SCALE));
        section.setId("widths-and-input");
        getChildren().add(section);
        session.experimentProperty().subscribe(this::show);
    }

    /// Whether the input is shown; where a lab has data of its own, it counts for nothing.
    void showInput(boolean isShown) {
        Shown.when(inputRows, isShown);
        section.name(isShown ? TITLE : "Layer widths");
        mark(session.experiment());
    }

    private void mark(Experiment experiment) {
        section.mark(inputRows.isVisible() ? marks(experiment) : widthMarks(experiment));
    }

    private void show(Experiment experiment) {
        widths.show(experiment.widths() instanceof LayerWidths.Listed listed ? listed.text() : "");
        InputOption option = InputOption.of(experiment.input());
        input.setItems(InputOptions.with(option));
        input.show(option);
        Shown.when(drawn, option instanceof InputOption.Drawn);
        mark(experiment);
    }

    private static List<String> widthMarks(Experiment experiment) {
        return experiment.widths() instanceof LayerWidths.Listed listed
                ? List.of(listed.text())
                : List.of();
    }

    private static List<String> marks(Experiment experiment) {
        List<String> marks = new ArrayList<>(widthMarks(experiment));
        InputOption option = InputOption.of(experiment.input());
        if (!option.equals(InputOption.of(Experiment.DEFAULT.input()))) {
            marks.add(option.shortLabel());
        }
        if (experiment.inputScale() != Experiment.DEFAULT.inputScale()) {
            marks.add("input × " + Numbers.plain(experiment.inputScale()));
        }
        return marks;
    }

    private void setWidths(String text) {
        session.edit(e ->
                e.withWidths(
                        text.isBlank()
                                ? new LayerWidths.Same(e.depth(), e.widths().width())
                                : LayerWidths.Listed.parse(text)));
    }

    private void pick(InputOption option) {
        switch (option) {
            case InputOption.Ready(var ready) ->
                    session.edit(e -> e.withInput(ready).withReading(DataReading.DEFAULT));
            case InputOption.Bundled(var data) -> use(data.key());
            case InputOption.Drawn(var data) -> use(data.key());
        }
    }

    private void draw(UnaryOperator<DataReading> change) {
        Experiment now = session.experiment();
        if (now.input() instanceof Input.Table(var table)) {
            useTable.accept(table.source(), change.apply(now.reading()));
        }
    }

    private void use(String source) {
        useTable.accept(source, DataReading.DEFAULT);
        showWhatHolds();
    }

    /// Nothing has changed yet, so nobody else takes what was picked out of the box.
    private void showWhatHolds() {
        show(session.experiment());
    }
}
