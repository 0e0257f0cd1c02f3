package dev.weightscope.ui.result;

import dev.weightscope.ui.controls.StyleClasses;
import dev.weightscope.verdict.Verdict.Finding;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// A finding in one line, whole in its tooltip.
public final class FindingLine extends HBox {
    private final Label badge = new Label();
    private final Label brief = new Label();
    private final Tooltip whole = new Tooltip();

    public FindingLine() {
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        brief.setTooltip(whole);
        badge.setTooltip(whole);
        getStyleClass().add("finding-line"); // its height is reserved before there is a finding
        getChildren().addAll(badge, brief);
    }

    public void show(Finding finding) {
        show(finding, finding.brief(), finding.text());
    }

    /// @param line stands for the finding's own few words
    /// @param text for the tooltip
    void show(Finding finding, String line, String text) {
        badge.setText(finding.kind().label());
        brief.setText(line);
        whole.setText(text);
        StyleClasses.show(
                this, "finding-line", finding.kind().severity().name().toLowerCase(Locale.ROOT));
    }
}
