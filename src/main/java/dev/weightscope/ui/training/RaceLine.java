package dev.weightscope.ui.training;

import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.StyleClasses;
import dev.weightscope.verdict.RaceVerdict;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What is said of a race in one line, where the window is too narrow for all of it, and a button
/// that opens the rest over the charts.
public final class RaceLine extends HBox {
    private final Label badge = new Label();
    private final Label text = new Label();
    private final Tooltip whole = new Tooltip();
    private final ToggleButton open = new ToggleButton("results ›");

    public RaceLine() {
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setTooltip(whole);
        setHgrow(text, Priority.ALWAYS);
        open.setId("open-race-results");
        open.getStyleClass().add("flat-button");
        open.setMinWidth(USE_PREF_SIZE);
        open.selectedProperty()
                .subscribe(isOpen -> open.setText(isOpen ? "close results" : "results ›"));
        setSpacing(7);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(badge, text, open);
        Shown.when(badge, false);
    }

    /// Whether the results are open.
    public BooleanProperty openProperty() {
        return open.selectedProperty();
    }

    /// @param verdict empty where no run answers what is asked
    public void show(Optional<RaceVerdict> verdict) {
        Shown.when(badge, verdict.isPresent());
        String said = verdict.map(RaceVerdict::text).orElse("");
        text.setText(said);
        whole.setText(said);
        if (verdict.isEmpty()) {
            StyleClasses.show(this, "result-line");
        } else {
            badge.setText(verdict.get().outcome().label());
            StyleClasses.show(this, "result-line", RaceCard.severity(verdict.get()));
        }
    }
}
