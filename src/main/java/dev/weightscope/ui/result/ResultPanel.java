package dev.weightscope.ui.result;

import dev.weightscope.chart.Palette;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import dev.weightscope.ui.controls.Message;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.SidePanels;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import dev.weightscope.verdict.Verdict;
import dev.weightscope.verdict.Verdicts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
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

    private final Session session;
    private final ComparedList compared;
    private final VerdictCard verdict = new VerdictCard();
    private final KeyFigureTable figures = new KeyFigureTable();
    private final VBox meaning = new VBox(verdict, figures);
    private final ToggleButton compare = new ToggleButton("Compare");
    private final VBox foot = new VBox();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    /// @param stale whether the newest answer must not look current
    public ResultPanel(
            Session session,
            LabState<?, Snapshot> lab,
            ObservableValue<Palette> palette,
            ObservableValue<Boolean> stale) {
        this.session = session;
        compared = new ComparedList(session, lab, palette);
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
                                compared,
                                new Message(refusal.getReadOnlyProperty()),
                                buttons),
                        foot);
        content.getStyleClass().add("panel-content");
        setContent(content);
        SidePanels.keepWidth(this, content);
        getStyleClass().addAll("side-panel", "result-panel");
        setAccessibleText("What it means");
        lab.liveProperty().subscribe(now -> show(now.answer().orElse(null)));
        session.stateProperty().subscribe(() -> refusal.set(""));
    }

    /// Whether the settings are to be seen side by side.
    public BooleanProperty comparingProperty() {
        return compare.selectedProperty();
    }

    /// A place below all results, empty at first.
    public VBox foot() {
        return foot;
    }

    /// What [#pinCurrent] had to say; empty if nothing.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Pins the current setting; points at its pin if there is one already, or says why not.
    public void pinCurrent() {
        Pins before = session.pins();
        try {
            Pin pin = session.pinCurrent();
            if (session.pins().equals(before)) {
                refusal.set("This setting is pinned already: " + session.names().of(pin) + ".");
                compared.pointAt(pin);
            }
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
