package dev.weightscope.ui.chart;

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
    private final List<Line> pieces = new ArrayList<>();
    private final List<Circle> dots = new ArrayList<>();

    CursorLayer() {
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /// @param stop as the axis counts; empty for none
    void show(LineLayout layout, OptionalInt stop, Palette palette) {
        setVisible(stop.isPresent());
        if (stop.isEmpty()) {
            return;
        }
        Cursor cursor = layout.cursorAt(stop.getAsInt());
        for (int i = pieces.size(); i < cursor.line().size(); i++) {
            Line piece = new Line();
            piece.setStrokeWidth(Cursor.WIDTH);
            piece.setManaged(false);
            pieces.add(piece);
            getChildren().addFirst(piece); // below all dots
        }
        for (int i = 0; i < pieces.size(); i++) {
            boolean isThere = i < cursor.line().size();
            pieces.get(i).setVisible(isThere);
            if (isThere) {
                place(pieces.get(i), cursor.x(), cursor.line().get(i), palette);
            }
        }
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

    private static void place(Line line, double x, Cursor.Piece piece, Palette palette) {
        line.setStroke(CanvasSurface.color(palette.accent()));
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(piece.top());
        line.setEndY(piece.bottom());
    }

    private static void place(Circle circle, Cursor.Dot dot, Palette palette) {
        circle.setCenterX(dot.x());
        circle.setCenterY(dot.y());
        circle.setFill(CanvasSurface.color(dot.colour().ink(palette)));
        circle.setStroke(CanvasSurface.color(palette.background()));
    }
}
