package dev.weightscope.ui.controls;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;

/// Panels beside the charts that scroll when they are too high.
public final class SidePanels {
    private SidePanels() {}

    /// Scrolls the panel that a node is in, if any, no farther than brings all of it to sight;
    /// where it is higher than the panel, its top.
    public static void reveal(Node node) {
        Node parent = node.getParent();
        while (parent != null && !(parent instanceof ScrollPane)) {
            parent = parent.getParent();
        }
        if (parent instanceof ScrollPane panel) {
            Node content = panel.getContent();
            Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
            double height = panel.getViewportBounds().getHeight();
            double room = content.getLayoutBounds().getHeight() - height;
            double top = panel.getVvalue() * room;
            double wanted = Math.min(Math.max(top, place.getMaxY() - height), place.getMinY());
            if (room > 0 && wanted != top) {
                panel.setVvalue(Math.clamp(wanted / room, 0, 1));
            }
        }
    }

    /// Has a panel scroll a content. It is as wide as the panel whether or not there is a scroll
    /// bar, which lies over the content's padding: no text wraps anew when it comes or goes.
    public static void scroll(ScrollPane panel, Region content) {
        panel.setContent(content);
        panel.skinProperty().subscribe(() -> paintInParts(panel));
        panel.setFitToWidth(false);
        panel.setHbarPolicy(ScrollBarPolicy.NEVER);
        // What lies under the scroll bar must not be scrolled to, by a key, a wheel or the focus.
        panel.hvalueProperty().subscribe(() -> panel.setHvalue(0));
        content.setMinWidth(Region.USE_PREF_SIZE);
        content.setMaxWidth(Region.USE_PREF_SIZE);
        content.prefWidthProperty()
                .bind(
                        panel.widthProperty()
                                .map(width ->
                                        width.doubleValue()
                                                - panel.snappedLeftInset()
                                                - panel.snappedRightInset()));
    }

    /// The toolkit keeps what it scrolls as one picture, to scroll it fast, and paints all of it
    /// anew when anything in it changes: where a slider is dragged, each time. Without, what
    /// changes is painted alone.
    private static void paintInParts(ScrollPane panel) {
        for (Node child : panel.getChildrenUnmodifiable()) {
            if (child.getStyleClass().contains("viewport")) {
                child.setCache(false);
            }
        }
    }
}
