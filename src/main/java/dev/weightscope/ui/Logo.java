package dev.weightscope.ui;

import javafx.scene.Group;
import javafx.scene.shape.Rectangle;

/// A small histogram.
final class Logo extends Group {
    private static final double[] HEIGHTS = {4, 9, 16, 11, 6};
    private static final double BAR_WIDTH = 3;
    private static final double STEP = 4;

    Logo() {
        for (int i = 0; i < HEIGHTS.length; i++) {
            Rectangle bar = new Rectangle(i * STEP, HEIGHTS[2] - HEIGHTS[i], BAR_WIDTH, HEIGHTS[i]);
            bar.setArcWidth(1.5);
            bar.setArcHeight(1.5);
            bar.getStyleClass().add("logo-bar");
            getChildren().add(bar);
        }
    }
}
