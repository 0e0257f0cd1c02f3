package dev.weightscope.ui.controls;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A part of a panel that is rarely touched: folded until its heading is clicked.
///
/// While it is folded, its heading says what in it is not the default.
public final class FoldedSection extends TitledPane {
    /// Of the arrow before the heading.
    private static final double ARROW_WIDTH = 22;

    private final Label name = new Label();
    private final Label mark = new Label();
    private final Tooltip whole = new Tooltip();
    private boolean isOpening;

    public FoldedSection(String title, Node... children) {
        VBox content = new VBox(children);
        content.getStyleClass().add("section");
        setContent(content);
        name(title);
        name.getStyleClass().add("section-name");
        name.setMinWidth(USE_PREF_SIZE);
        mark.getStyleClass().add("section-mark");
        mark.setMinWidth(0);
        mark.setTooltip(whole);
        mark.visibleProperty().bind(expandedProperty().not());
        HBox heading = new HBox(name, mark);
        heading.getStyleClass().add("section-heading");
        heading.setMinWidth(0);
        heading.prefWidthProperty().bind(widthProperty().subtract(ARROW_WIDTH));
        setGraphic(heading);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(0);
        setExpanded(false);
        setAnimated(false);
        getStyleClass().add("folded-section");
        expandedProperty().addListener((_, _, isOpen) -> isOpening = isOpen);
        heightProperty().addListener((_, _, _) -> bringToSight());
    }

    /// Once it is as high as what was in its fold asks for.
    private void bringToSight() {
        if (isOpening) {
            isOpening = false;
            SidePanels.reveal(this);
        }
    }

    /// Gives it another title.
    public void name(String title) {
        setText(title.toUpperCase(Locale.ROOT));
        name.setText(getText());
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
