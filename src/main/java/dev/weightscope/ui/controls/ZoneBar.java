package dev.weightscope.ui.controls;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Coloured stretches of a slider's track. Its width is that of the track, whose round ends lie
/// beyond the slider's ends.
final class ZoneBar extends Pane {
    private static final double TRACK_RADIUS = 4;

    private List<Stretch> stretches = List.of();

    /// Positions 0..1 on the way of the thumb.
    record Stretch(double from, double to, String styleClass) {}

    ZoneBar() {
        setMouseTransparent(true);
    }

    void show(List<Stretch> newStretches) {
        if (newStretches.equals(stretches)) {
            return;
        }
        stretches = List.copyOf(newStretches);
        // Nodes stay where they can: new ones would have to be styled in the midst of a drag.
        while (getChildren().size() > stretches.size()) {
            getChildren().removeLast();
        }
        while (getChildren().size() < stretches.size()) {
            getChildren().add(new Region());
        }
        for (int i = 0; i < stretches.size(); i++) {
            StyleClasses.show(getChildren().get(i), "zone", stretches.get(i).styleClass());
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            double left = x(stretch.from());
            getChildren().get(i).resizeRelocate(left, 0, x(stretch.to()) - left, getHeight());
        }
    }

    private double x(double position) {
        if (position <= 0) {
            return 0;
        }
        return position >= 1
                ? getWidth()
                : TRACK_RADIUS + position * (getWidth() - 2 * TRACK_RADIUS);
    }
}
