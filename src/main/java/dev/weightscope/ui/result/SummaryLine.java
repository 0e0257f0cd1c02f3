package dev.weightscope.ui.result;

import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.StyleClasses;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A verdict in one line, where the window is too narrow for all that is said, and a button that
/// opens the rest over what is below.
public class SummaryLine extends HBox {
    private final Label badge = new Label();
    private final Label text = new Label();
    private final Tooltip whole = new Tooltip();
    private final ToggleButton open = new ToggleButton("results ›");

    /// @param id of the button
    public SummaryLine(String id) {
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setTooltip(whole);
        setHgrow(text, Priority.ALWAYS);
        open.setId(id);
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
    public final BooleanProperty openProperty() {
        return open.selectedProperty();
    }

    /// There is no verdict.
    public final void clear() {
        Shown.when(badge, false);
        text.setText("");
        whole.setText("");
        StyleClasses.show(this, "result-line");
    }

    /// @param word the verdict
    /// @param severity its style class: `fine`, `note`, `caution` or `serious`
    /// @param sentences on any number of lines
    public final void show(String word, String severity, String sentences) {
        Shown.when(badge, true);
        badge.setText(word);
        text.setText(sentences.replace('\n', ' '));
        whole.setText(sentences);
        StyleClasses.show(this, "result-line", severity);
    }
}
