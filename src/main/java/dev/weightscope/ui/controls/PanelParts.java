package dev.weightscope.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// What panels of charts have in common.
public final class PanelParts {
    private PanelParts() {}

    /// What stands above a chart, whole however narrow it gets.
    public static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        return title;
    }

    /// Lays a part out where it is said.
    ///
    /// @param width where less than 0 is left, 0
    /// @param height likewise
    public static void put(Node node, double x, double y, double width, double height) {
        node.resizeRelocate(x, y, Math.max(0, width), Math.max(0, height));
    }
}
