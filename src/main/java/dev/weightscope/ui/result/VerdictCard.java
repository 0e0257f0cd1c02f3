package dev.weightscope.ui.result;

import dev.weightscope.verdict.Verdict;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The verdict in a word and in sentences.
final class VerdictCard extends VBox {
    private final Label badge = new Label();
    private final Label text = new Label();

    VerdictCard() {
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(badge, text);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(Verdict verdict) {
        badge.setText(verdict.kind().label());
        text.setText(verdict.text());
        getStyleClass()
                .setAll("verdict", verdict.kind().severity().name().toLowerCase(Locale.ROOT));
        setAccessibleText(verdict.kind().label() + ": " + verdict.text());
    }
}
