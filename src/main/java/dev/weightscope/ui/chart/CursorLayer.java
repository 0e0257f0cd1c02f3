package dev.weightscope.ui.chart;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.line.Cursor;
import dev.weightscope.chart.line.LineLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// The place that is looked at, over a chart of curves. Nodes of its own, so that it moves without
/// a curve being drawn again.
final class CursorLayer extends Pane {
    private final Line line = new Line();
    private final List<Circle> dots = new ArrayList<>();

    CursorLayer() {
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        line.setManaged(false);
        line.setStrokeWidth(Cursor.WIDTH);
        getChildren().add(line);
    }

    /// @param stop as the axis counts; empty for none
    void show(LineLayout layout, OptionalInt stop, Palette palette) {
        setVisible(stop.isPresent());
        if (stop.isEmpty()) {
            return;
        }
        Box plot = layout.plot();
        Cursor cursor = layout.cursorAt(stop.getAsInt());
        line.setStroke(CanvasSurface.color(palette.accent()));
        line.setStartX(cursor.x());
        line.setEndX(cursor.x());
        line.setStartY(plot.y());
        line.setEndY(plot.bottom());
        for (int i = dots.size(); i < cursor.dots().size(); i++) {
            Circle dot = new Circle(Cursor.RADIUS + Cursor.RIM / 2);
            dot.setStrokeWidth(Cursor.RIM);
            dot.setManaged(false);
            dots.add(dot);
            getChildren().add(dot);
        }
        for (int i = 0; i < dots.size(); i++) {
            boolean isThere = i < cursor.dots().size();
            dots.get(i).setVisible(isThere);
            if (isThere) {
                place(dots.get(i), cursor.dots().get(i), palette);
            }
        }
    }

    private static void place(Circle circle, Cursor.Dot dot, Palette palette) {
        circle.setCenterX(dot.x());
        circle.setCenterY(dot.y());
        circle.setFill(CanvasSurface.color(dot.colour().ink(palette)));
        circle.setStroke(CanvasSurface.color(palette.background()));
    }
}
