package dev.weightscope.ui;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The status line, and notices that come over it: as high as the line alone, so that nothing moves
/// when a notice comes; a long notice reaches up over what is above.
final class StatusArea extends Region {
    private final Node line;
    private final Node notices;

    StatusArea(Node line, Node notices) {
        this.line = line;
        this.notices = notices;
        line.setManaged(false); // its texts change while a slider is dragged, its size does not
        getChildren().addAll(line, notices);
        setViewOrder(-1); // in front of what is above
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return line.minWidth(height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return line.prefWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return line.minHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return line.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        line.resizeRelocate(0, 0, getWidth(), getHeight());
        double wanted = Math.max(getHeight(), notices.prefHeight(getWidth()));
        notices.resizeRelocate(0, getHeight() - wanted, getWidth(), wanted);
    }
}
