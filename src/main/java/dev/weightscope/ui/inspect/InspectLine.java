package dev.weightscope.ui.inspect;

import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.StyleClasses;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What is said of a file in one line, where the window is too narrow for all of it, and a button
/// that opens the rest over the table.
public final class InspectLine extends HBox {
    private final Label badge = new Label();
    private final Label text = new Label();
    private final Tooltip whole = new Tooltip();
    private final ToggleButton open = new ToggleButton("results ›");

    InspectLine() {
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setTooltip(whole);
        setHgrow(text, Priority.ALWAYS);
        open.setId("open-file-results");
        open.getStyleClass().add("flat-button");
        open.setMinWidth(USE_PREF_SIZE);
        open.selectedProperty()
                .subscribe(isOpen -> open.setText(isOpen ? "close results" : "results ›"));
        setSpacing(7);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(badge, text, open);
        clear();
    }

    /// Whether the results are open.
    BooleanProperty openProperty() {
        return open.selectedProperty();
    }

    void clear() {
        Shown.when(this, false);
    }

    void show(String word, String severity, String sentences) {
        Shown.when(this, true);
        badge.setText(word);
        text.setText(sentences.replace('\n', ' '));
        whole.setText(sentences);
        StyleClasses.show(this, "result-line", severity);
    }
}
