package dev.weightscope.ui.controls;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Holds a part whose size does not depend on what it shows just now, as a line that has room for
/// any number: what changes in it is laid out alone. Without, all that is around it up to the
/// window would be laid out with it, in each frame of a drag.
///
/// Where the part's size does change, [#requestLayout] has it measured anew.
public final class Still extends Region {
    private final Region part;

    public Still(Region part) {
        this.part = part;
        part.setManaged(false);
        getChildren().add(part);
    }

    @Override
    public Orientation getContentBias() {
        return part.getContentBias();
    }

    @Override
    public double getBaselineOffset() {
        return part.getBaselineOffset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return part.minWidth(height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return part.prefWidth(height);
    }

    /// As wide as there is room: a label is by itself no wider than its text, and a longer text
    /// would be cut off then.
    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double computeMinHeight(double width) {
        return part.minHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return part.prefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return part.maxHeight(width);
    }

    @Override
    protected void layoutChildren() {
        part.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
