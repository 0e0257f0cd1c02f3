package dev.weightscope.ui.experiment;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.FieldRow;
import dev.weightscope.ui.controls.NumberSlider;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.desktop.FileKind;
import dev.weightscope.ui.state.Session;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// An explicit list of widths, and what the first layer sees.
final class WidthsAndInputSection extends VBox {
    private final Session workbench;
    private final Desktop desktop;
    private final Consumer<String> useTable;
    private final FieldRow widths;
    private final Choice<InputOption> input;
    private final NumberSlider scale;

    /// @param useTable makes a table the input, by its name; returns at once
    WidthsAndInputSection(Session workbench, Desktop desktop, Consumer<String> useTable) {
        this.workbench = workbench;
        this.desktop = desktop;
        this.useTable = useTable;
        widths = new FieldRow("Widths", this::setWidths);
        widths.setExample("784,100,100,10");
        Label hint = new Label("Input, then each layer. Empty: one width for all.");
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        input = new Choice<>("Input", InputOption.all(), InputOption::label, this::pick);
        scale =
                NumberSlider.of(
                        ExperimentOptions.ALL, ExperimentOptions.INPUT_SCALE, workbench::edit);
        getChildren().add(Section.folded("Layer widths & input", widths, hint, input, scale));
        workbench.experimentProperty().subscribe(this::show);
    }

    private void show(Experiment experiment) {
        widths.show(experiment.widths() instanceof LayerWidths.Listed listed ? listed.text() : "");
        input.show(InputOption.of(experiment.input()));
        scale.show(experiment.inputScale());
    }

    private void setWidths(String text) {
        workbench.edit(e ->
                e.withWidths(
                        text.isBlank()
                                ? new LayerWidths.Same(e.depth(), e.widths().width())
                                : LayerWidths.Listed.parse(text)));
    }

    private void pick(InputOption option) {
        switch (option) {
            case InputOption.Ready(var ready) -> workbench.edit(e -> e.withInput(ready));
            case InputOption.Bundled(var data) -> use(data.key());
            case InputOption.ChooseFile _ ->
                    desktop.chooseToOpen(FileKind.TABLE)
                            .map(Path::toString)
                            .ifPresentOrElse(this::use, this::showWhatHolds);
        }
    }

    private void use(String source) {
        useTable.accept(source);
        showWhatHolds();
    }

    /// Nothing has changed yet, so nobody else takes what was picked out of the box.
    private void showWhatHolds() {
        show(workbench.experiment());
    }
}
