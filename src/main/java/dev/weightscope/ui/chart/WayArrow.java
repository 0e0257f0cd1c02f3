package dev.weightscope.ui.chart;

import dev.weightscope.model.Direction;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;

/// An arrow the way that values go: to the right where a signal goes from input to loss, to the
/// left where a gradient comes back.
final class WayArrow extends Pane {
    private static final double LENGTH = 58;
    private static final double HEAD = 5;
    private static final double MIDDLE = 6;

    WayArrow(Direction direction) {
        double tip = direction == Direction.FORWARD ? LENGTH : 0;
        double back = direction == Direction.FORWARD ? LENGTH - HEAD : HEAD;
        Line shaft = new Line(0, MIDDLE, LENGTH, MIDDLE);
        Polyline head = new Polyline(back, MIDDLE - HEAD + 1, tip, MIDDLE, back, MIDDLE + HEAD - 1);
        for (Shape each : new Shape[] {shaft, head}) {
            each.getStyleClass().add("way-arrow");
        }
        getChildren().addAll(shaft, head);
        setMinSize(LENGTH, 2 * MIDDLE);
        setPrefSize(LENGTH, 2 * MIDDLE);
        setMaxSize(LENGTH, 2 * MIDDLE);
        setMouseTransparent(true);
    }
}
