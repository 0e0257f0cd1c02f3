package dev.weightscope.ui.chart;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;

/// What is pointed at, over the chart: its part of the picture, and a card with the exact values.
/// Nodes of its own, so that pointing redraws no chart.
final class HoverLayer extends Pane {
    private static final double DISTANCE = 14;

    /// Lines of more characters are broken: a name may be longer than the window is wide.
    private static final int LONG = 60;

    private static final double LONG_WIDTH = 340;

    private final Rectangle focus = new Rectangle();
    private final Pane dots = new Pane();
    private final VBox card = new VBox();

    HoverLayer() {
        setMouseTransparent(true);
        focus.getStyleClass().add("chart-focus");
        card.getStyleClass().add("chart-card");
        dots.setManaged(false);
        getChildren().addAll(focus, dots, card);
        hide();
    }

    void hide() {
        setVisible(false);
    }

    /// @param x of the pointer: the card stays clear of it
    void show(Hit hit, Palette palette, double x, double y) {
        Box box = hit.focus();
        focus.setX(Math.rint(box.x()));
        focus.setY(Math.rint(box.y()));
        focus.setWidth(Math.max(1, Math.rint(box.width())));
        focus.setHeight(Math.max(1, Math.rint(box.height())));
        focus.setFill(CanvasSurface.color(palette.accent()).deriveColor(0, 1, 1, 0.22));
        card.getChildren().setAll(hit.lines().stream().map(HoverLayer::line).toList());
        card.getChildren().getFirst().getStyleClass().add("chart-card-title");
        dots.getChildren().setAll(hit.dots().stream().map(dot -> circle(dot, palette)).toList());
        setVisible(true);
        placeCard(x, y);
    }

    /// The lines of the card, for tests and for those who listen.
    List<String> lines() {
        return card.getChildren().stream().map(node -> ((Label) node).getText()).toList();
    }

    private static Label line(String text) {
        Label label = new Label(text);
        if (text.length() > LONG) {
            label.setWrapText(true);
            label.setPrefWidth(LONG_WIDTH);
        } else {
            label.setMinWidth(USE_PREF_SIZE);
        }
        return label;
    }

    private static Circle circle(Hit.Dot dot, Palette palette) {
        Circle circle = new Circle(dot.x(), dot.y(), 4);
        Color color = CanvasSurface.color(dot.colour().ink(palette));
        circle.setFill(CanvasSurface.color(palette.background()));
        circle.setStroke(color);
        circle.setStrokeWidth(2);
        return circle;
    }

    /// Within the chart where the card has room there, else as far over the left edge as it needs:
    /// what lies to the right may cover it.
    private void placeCard(double x, double y) {
        card.applyCss();
        double width = card.prefWidth(-1);
        double height = card.prefHeight(-1);
        double right = x + DISTANCE;
        double left = right + width <= getWidth() ? right : x - DISTANCE - width;
        double top = Math.clamp(y - height / 2, 0, Math.max(0, getHeight() - height));
        double most = Math.min(0, getWidth() - width);
        card.resizeRelocate(Math.rint(Math.max(most, left)), Math.rint(top), width, height);
        card.layout(); // a picture is drawn in a layout, which does not come to new lines any more
    }
}
