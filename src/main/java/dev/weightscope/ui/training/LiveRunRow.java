package dev.weightscope.ui.training;

import dev.weightscope.chart.Palette;
import dev.weightscope.ui.controls.SideTooltip;
import dev.weightscope.ui.result.CurveDot;
import dev.weightscope.ui.result.NameLabel;
import dev.weightscope.ui.result.SummaryCells;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// The live setting's run in the table.
final class LiveRunRow extends HBox {
    private final NameLabel name = new NameLabel();
    private final Tooltip whole = new SideTooltip(this);
    private final SummaryCells figures;

    LiveRunRow(ObservableValue<Palette> palette, SummaryCells figures) {
        this.figures = figures;
        name.setTooltip(whole);
        setHgrow(name, Priority.ALWAYS);
        StackPane dot = new StackPane(new CurveDot(0, palette));
        dot.getStyleClass().add("live-dot");
        getChildren().addAll(dot, name, figures);
        getStyleClass().add("compared-row");
        setFocusTraversable(true);
    }

    /// @param about what a tooltip says below the name
    /// @param beside the names of all runs
    /// @param spoken the figures with what each is
    void show(String label, String about, List<String> beside, List<String> texts, String spoken) {
        name.show(label, beside);
        whole.setText(label + "\n" + about);
        figures.show(texts);
        setAccessibleText(label + ", " + spoken);
    }
}
