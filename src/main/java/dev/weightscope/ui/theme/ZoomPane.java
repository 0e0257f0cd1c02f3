package dev.weightscope.ui.theme;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Draws its content larger or smaller by a [Zoom], and as much as leaves the content the room that
/// it needs at least.
public final class ZoomPane extends Region {
    private final Region content;
    private final Zoom zoom;
    private final double leastWidth;
    private final double leastHeight;
    private final Scale scale = new Scale();

    /// @param leastWidth of the content, in its own units
    /// @param leastHeight of the content, in its own units
    public ZoomPane(Region content, Zoom zoom, double leastWidth, double leastHeight) {
        this.content = content;
        this.zoom = zoom;
        this.leastWidth = leastWidth;
        this.leastHeight = leastHeight;
        content.getTransforms().add(scale);
        getChildren().add(content);
        zoom.factorProperty().subscribe(this::requestLayout);
    }

    /// The factor in force.
    public double factor() {
        double largest = Math.min(getWidth() / leastWidth, getHeight() / leastHeight);
        // Only what enlarges can leave too little room: a small window is not made smaller still.
        return Math.min(zoom.factorProperty().get(), Math.max(1, largest));
    }

    @Override
    protected void layoutChildren() {
        double factor = factor();
        scale.setX(factor);
        scale.setY(factor);
        content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }
}
