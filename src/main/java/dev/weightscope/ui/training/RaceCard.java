package dev.weightscope.ui.training;

import dev.weightscope.ui.controls.StyleClasses;
import dev.weightscope.verdict.RaceVerdict;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the rules say of a race: the outcome in a word, and a line on each run.
final class RaceCard extends VBox {
    private final Label badge = new Label();
    private final Label text = new Label();

    RaceCard() {
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        text.setId("race-verdict");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(badge, text);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(RaceVerdict verdict) {
        badge.setText(verdict.outcome().label());
        text.setText(
                verdict.remarks().stream()
                        .map(RaceVerdict.Remark::text)
                        .collect(Collectors.joining("\n"))
                        .replace(" %", "\u00a0%")); // no line begins with the sign
        StyleClasses.show(this, "verdict", severity(verdict));
        setAccessibleText(verdict.outcome().label() + ": " + verdict.text());
    }

    static String severity(RaceVerdict verdict) {
        return verdict.outcome().severity().name().toLowerCase(Locale.ROOT);
    }
}
