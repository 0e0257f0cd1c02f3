package dev.weightscope.ui.chart;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;

/// A figure made small, as it will look.
public final class FigurePreview extends StackPane {
    private final double width;
    private final double height;
    private final Canvas canvas = new Canvas();
    private final FontMeasure measure = new FontMeasure();

    /// @param width the most that it takes
    /// @param height the most that it takes
    public FigurePreview(double width, double height) {
        this.width = width;
        this.height = height;
        getStyleClass().add("figure-preview");
        setMinSize(width, height);
        setMaxSize(width, height);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
    }

    public void show(Figure figure, FigureSize size, Palette palette) {
        double scale = Math.min(width / size.width(), height / size.height());
        canvas.setWidth(Math.floor(size.width() * scale));
        canvas.setHeight(Math.floor(size.height() * scale));
        setAccessibleText(figure.description());
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        context.save();
        context.scale(scale, scale);
        CanvasSurface surface = new CanvasSurface(context, measure);
        figure.layout(new Box(0, 0, size.width(), size.height()), surface).paint(surface, palette);
        context.restore();
    }

    /// The size that it takes now.
    public FigureSize shown() {
        return new FigureSize((int) canvas.getWidth(), (int) canvas.getHeight());
    }
}
