package dev.weightscope.ui.controls;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// A part of a panel under a small heading.
public final class Section extends VBox {
    public Section(String title, Node... children) {
        super(children);
        Label heading = new Label(title.toUpperCase(Locale.ROOT));
        heading.getStyleClass().add("heading");
        getChildren().addFirst(heading);
        getStyleClass().add("section");
    }

    /// A part that is rarely touched: folded until its heading is clicked.
    public static TitledPane folded(String title, Node... children) {
        VBox content = new VBox(children);
        content.getStyleClass().add("section");
        TitledPane pane = new TitledPane(title.toUpperCase(Locale.ROOT), content);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().add("folded-section");
        return pane;
    }
}
