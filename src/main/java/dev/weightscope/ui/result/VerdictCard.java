package dev.weightscope.ui.result;

import dev.weightscope.ui.controls.StyleClasses;
import dev.weightscope.verdict.Verdict;
import dev.weightscope.verdict.Verdict.Finding;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// The verdict: the gravest finding in a word and in sentences, the others in a line each.
///
/// Its height is the same for any verdict, so that nothing below moves while a slider is dragged.
final class VerdictCard extends VBox {
    private final Label badge = new Label();
    private final Label text = new Label();
    private final Tooltip whole = new Tooltip();
    private final VBox gravest = new VBox(badge, text);
    private final List<FindingLine> others =
            IntStream.range(1, Verdict.MOST_FINDINGS).mapToObj(_ -> new FindingLine()).toList();

    VerdictCard() {
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        text.setWrapText(true);
        text.getStyleClass().add("verdict-text");
        text.setTooltip(whole);
        getStyleClass().add("findings");
        getChildren().add(gravest);
        getChildren().addAll(others);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(Verdict verdict) {
        Finding first = verdict.gravest();
        badge.setText(first.kind().label());
        text.setText(first.text());
        whole.setText(first.text());
        StyleClasses.show(
                gravest, "verdict", first.kind().severity().name().toLowerCase(Locale.ROOT));
        StringBuilder spoken = new StringBuilder(spoken(first));
        for (int i = 0; i < others.size(); i++) {
            boolean there = i + 1 < verdict.findings().size();
            others.get(i).setVisible(there); // its room stays
            if (there) {
                Finding other = verdict.findings().get(i + 1);
                others.get(i).show(other);
                spoken.append(' ').append(spoken(other));
            }
        }
        setAccessibleText(spoken.toString());
    }

    private static String spoken(Finding finding) {
        return finding.kind().label() + ": " + finding.text();
    }
}
