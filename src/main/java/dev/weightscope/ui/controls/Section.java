package dev.weightscope.ui.controls;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
}
