package dev.weightscope.ui.experiment;

import dev.weightscope.ui.controls.SidePanels;
import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.state.Session;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The left side of the window.
public final class ExperimentPanel extends ScrollPane {
    private final GainSection gain;

    /// @param useTable makes a table the input, by its name; returns at once
    public ExperimentPanel(
            Session workbench, Desktop desktop, Notices notices, Consumer<String> useTable) {
        gain = new GainSection(workbench);
        VBox content =
                new VBox(
                        gain,
                        new NetworkSection(workbench, notices),
                        new InitializerSection(workbench),
                        new FormulaBox(workbench),
                        new WidthsAndInputSection(workbench, desktop, useTable),
                        new HistogramSection(workbench),
                        new SeedSection(workbench));
        content.getStyleClass().add("panel-content");
        setContent(content);
        SidePanels.keepWidth(this, content);
        getStyleClass().addAll("side-panel", "experiment-panel");
        setAccessibleText("Experiment");
    }

    /// Gives the focus to what there is to drag first.
    public void focusGain() {
        gain.focus();
    }
}
