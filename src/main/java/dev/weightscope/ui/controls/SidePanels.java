package dev.weightscope.ui.controls;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;

/// Panels beside the charts that scroll when they are too high.
public final class SidePanels {
    private SidePanels() {}

    /// Makes the content as wide as the panel whether or not there is a scroll bar, which lies over
    /// the content's padding: no text wraps anew when it comes or goes.
    public static void keepWidth(ScrollPane panel, Region content) {
        panel.setFitToWidth(false);
        panel.setHbarPolicy(ScrollBarPolicy.NEVER);
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
}
