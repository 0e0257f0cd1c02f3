package dev.weightscope.ui.experiment;

import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.state.Session;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The left side of the window.
public final class ExperimentPanel extends ScrollPane {
    /// @param useTable makes a table the input, by its name; returns at once
    public ExperimentPanel(Session workbench, Desktop desktop, Consumer<String> useTable) {
        VBox content =
                new VBox(
                        new NetworkSection(workbench),
                        new InitializerSection(workbench),
                        new FormulaBox(workbench),
                        new WidthsAndInputSection(workbench, desktop, useTable),
                        new HistogramSection(workbench),
                        new SeedSection(workbench));
        content.getStyleClass().add("panel-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("side-panel", "experiment-panel");
        setAccessibleText("Experiment");
    }
}
