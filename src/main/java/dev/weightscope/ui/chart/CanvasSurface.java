package dev.weightscope.ui.chart;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextStyle;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// A surface on a canvas; toolkit thread only.
final class CanvasSurface implements Surface {
    private static final double[] DASHES = {4, 4};
    private static final double[] DOTS = {1, 4};

    private final GraphicsContext context;
    private final FontMeasure measure;
    private final FewerPoints points = new FewerPoints();

    CanvasSurface(GraphicsContext context, FontMeasure measure) {
        this.context = context;
        this.measure = measure;
        context.setLineCap(StrokeLineCap.BUTT);
        context.setLineJoin(StrokeLineJoin.ROUND);
        context.setImageSmoothing(false);
    }

    @Override
    public void fill(Box box, Ink ink) {
        context.setFill(color(ink));
        context.fillRect(box.x(), box.y(), box.width(), box.height());
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        use(stroke);
        context.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
        if (count > 1) {
            use(stroke);
            points.take(xs, ys, count);
            context.strokePolyline(points.xs(), points.ys(), points.count());
        }
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Ink ink) {
        if (count > 2) {
            context.setFill(color(ink));
            context.fillPolygon(xs, ys, count);
        }
    }

    @Override
    public void disc(double x, double y, double radius, Ink ink) {
        context.setFill(color(ink));
        context.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void text(String text, double x, double y, TextStyle style, Anchor anchor, Ink ink) {
        context.setFont(measure.font(style));
        context.setFill(color(ink));
        context.fillText(text, anchor.start(x, textWidth(text, style)), y);
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return measure.textWidth(text, style);
    }

    @Override
    public void image(int[] argb, int columns, int rows, Box box) {
        WritableImage pixels = new WritableImage(columns, rows);
        pixels.getPixelWriter()
                .setPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), argb, 0, columns);
        context.drawImage(pixels, box.x(), box.y(), box.width(), box.height());
    }

    private void use(Stroke stroke) {
        context.setStroke(color(stroke.ink()));
        context.setLineWidth(stroke.width());
        switch (stroke.pattern()) {
            case SOLID -> context.setLineDashes();
            case DASHED -> context.setLineDashes(DASHES);
            case DOTTED -> context.setLineDashes(DOTS);
        }
    }

    static Color color(Ink ink) {
        return Color.rgb(ink.red(), ink.green(), ink.blue(), ink.opacity());
    }
}
