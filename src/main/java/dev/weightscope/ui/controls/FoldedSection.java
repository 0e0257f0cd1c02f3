package dev.weightscope.ui.controls;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// A part of a panel that is rarely touched: folded until its heading is clicked.
///
/// While it is folded, its heading says what in it is not the default.
public final class FoldedSection extends TitledPane {
    private static final double MARK_WIDTH = 130;

    private final Label mark = new Label();
    private final Tooltip whole = new Tooltip();

    public FoldedSection(String title, Node... children) {
        VBox content = new VBox(children);
        content.getStyleClass().add("section");
        setContent(content);
        setText(title.toUpperCase(Locale.ROOT));
        mark.getStyleClass().add("section-mark");
        mark.setMaxWidth(MARK_WIDTH);
        mark.setTooltip(whole);
        mark.visibleProperty().bind(expandedProperty().not());
        setGraphic(mark);
        setContentDisplay(ContentDisplay.RIGHT);
        setExpanded(false);
        setAnimated(false);
        getStyleClass().add("folded-section");
    }

    /// @param parts what is not the default: `input × 0.01`
    public void mark(List<String> parts) {
        String text = String.join(" · ", parts);
        mark.setText(text);
        whole.setText(text);
        setAccessibleText(getText() + (text.isEmpty() ? "" : ": " + text));
    }

    /// What [#mark] says now.
    public String marked() {
        return mark.getText();
    }
}
