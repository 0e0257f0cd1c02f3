package dev.weightscope.ui.result;

import dev.weightscope.chart.Palette;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.ui.controls.Dimmer;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.SidePanels;
import dev.weightscope.ui.controls.Still;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import dev.weightscope.verdict.Verdict;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// The right side of the window.
public final class ResultPanel extends ScrollPane {
    private final ComparedSection compared;
    private final VerdictCard card = new VerdictCard();
    private final KeyFigureTable figures = new KeyFigureTable();
    private final VBox meaning = new VBox(new Still(card), figures);
    private final ToggleButton compare = new ToggleButton("Compare");

    /// @param verdict on the newest answer; empty while there is none
    /// @param stale whether the newest answer must not look current
    public ResultPanel(
            Session session,
            LabState<?, SignalAnswer> lab,
            ObservableValue<Optional<Verdict>> verdict,
            ObservableValue<Palette> palette,
            ObservableValue<Boolean> stale) {
        compare.setId("compare-settings");
        compare.setTooltip(
                new Tooltip("Histograms of all settings below one another, layer by layer"));
        compared = new ComparedSection(session, new SignalLab(), lab, palette, compare);
        meaning.getStyleClass().add("meaning");
        meaning.opacityProperty().bind(stale.map(old -> old ? Dimmer.OPACITY : 1.0));
        VBox content = new VBox(meaning, compared);
        content.getStyleClass().add("panel-content");
        SidePanels.scroll(this, content);
        getStyleClass().addAll("side-panel", "result-panel");
        setAccessibleText("What it means");
        verdict.subscribe(this::show);
    }

    /// Whether the settings are to be seen side by side.
    public BooleanProperty comparingProperty() {
        return compare.selectedProperty();
    }

    /// What [#pinCurrent] had to say; empty if nothing.
    public ReadOnlyStringProperty refusalProperty() {
        return compared.refusalProperty();
    }

    /// As [ComparedSection#pinCurrent].
    public void pinCurrent() {
        compared.pinCurrent();
    }

    private void show(Optional<Verdict> found) {
        Shown.when(meaning, found.isPresent());
        found.ifPresent(now -> {
            card.show(now);
            figures.show(now.figures());
        });
    }
}
