package dev.weightscope.ui.result;

import dev.weightscope.chart.Palette;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.ui.controls.Message;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.Workbench;
import dev.weightscope.verdict.Verdict;
import dev.weightscope.verdict.Verdicts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The right side of the window.
public final class ResultPanel extends ScrollPane {
    private static final double STALE_OPACITY = 0.45;

    private final Workbench workbench;
    private final VerdictCard verdict = new VerdictCard();
    private final KeyFigureTable figures = new KeyFigureTable();
    private final VBox meaning = new VBox(verdict, figures);
    private final ToggleButton compare = new ToggleButton("Compare");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    /// @param stale whether the newest answer must not look current
    public ResultPanel(
            Workbench workbench, ObservableValue<Palette> palette, ObservableValue<Boolean> stale) {
        this.workbench = workbench;
        Button pin = new Button("Pin current");
        pin.setTooltip(new Tooltip("Keep this setting for comparison (P)"));
        pin.setId("pin-current");
        pin.setOnAction(_ -> pinCurrent());
        compare.setId("compare-settings");
        compare.setTooltip(
                new Tooltip("Histograms of all settings below one another, layer by layer"));
        HBox buttons = new HBox(pin, compare);
        buttons.getStyleClass().add("button-row");
        meaning.getStyleClass().add("meaning");
        meaning.opacityProperty().bind(stale.map(old -> old ? STALE_OPACITY : 1.0));
        VBox content =
                new VBox(
                        meaning,
                        new Section(
                                "Compared",
                                new ComparedList(workbench, palette),
                                new Message(refusal.getReadOnlyProperty()),
                                buttons));
        content.getStyleClass().add("panel-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("side-panel", "result-panel");
        setAccessibleText("What it means");
        workbench.snapshotProperty().subscribe(this::show);
        workbench.pins().addListener((ListChangeListener<Object>) _ -> refusal.set(""));
    }

    /// Whether the settings are to be seen side by side.
    public BooleanProperty comparingProperty() {
        return compare.selectedProperty();
    }

    /// Pins the current setting, or says why not.
    public void pinCurrent() {
        try {
            workbench.pinCurrent();
        } catch (Refusal full) {
            refusal.set(Sentences.finished(full));
        }
    }

    private void show(@Nullable Snapshot snapshot) {
        Shown.when(meaning, snapshot != null);
        if (snapshot != null) {
            Verdict found = Verdicts.of(snapshot);
            verdict.show(found);
            figures.show(found.figures());
        }
    }
}
