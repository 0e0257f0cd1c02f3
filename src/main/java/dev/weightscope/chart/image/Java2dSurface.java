package dev.weightscope.chart.image;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextStyle;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/// A surface on a Java 2D image; call it on one thread.
public final class Java2dSurface implements Surface {
    private final Graphics2D graphics;
    private final Map<TextStyle, Font> fonts = new HashMap<>();

    /// @param image modified
    /// @param scale pixels of the image for each unit
    public Java2dSurface(BufferedImage image, double scale) {
        graphics = image.createGraphics();
        graphics.scale(scale, scale);
        Map<RenderingHints.Key, Object> hints =
                Map.of(
                        RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
                        RenderingHints.KEY_TEXT_ANTIALIASING,
                                RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
                        RenderingHints.KEY_FRACTIONALMETRICS,
                                RenderingHints.VALUE_FRACTIONALMETRICS_ON,
                        RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE,
                        RenderingHints.KEY_INTERPOLATION,
                                RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.addRenderingHints(hints);
    }

    @Override
    public void fill(Box box, Ink ink) {
        graphics.setColor(color(ink));
        graphics.fill(rectangle(box));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        use(stroke);
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
        if (count > 1) {
            use(stroke);
            graphics.draw(path(xs, ys, count));
        }
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Ink ink) {
        if (count > 2) {
            graphics.setColor(color(ink));
            graphics.fill(path(xs, ys, count));
        }
    }

    @Override
    public void disc(double x, double y, double radius, Ink ink) {
        graphics.setColor(color(ink));
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(String text, double x, double y, TextStyle style, Anchor anchor, Ink ink) {
        graphics.setFont(font(style));
        graphics.setColor(color(ink));
        graphics.drawString(text, (float) anchor.start(x, textWidth(text, style)), (float) y);
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return font(style).getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    }

    @Override
    public void image(int[] argb, int columns, int rows, Box box) {
        BufferedImage pixels = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        pixels.setRGB(0, 0, columns, rows, argb, 0, columns);
        graphics.drawImage(
                pixels,
                new AffineTransform(
                        box.width() / columns, 0, 0, box.height() / rows, box.x(), box.y()),
                null);
    }

    private static BasicStroke broken(float width, float on, float off) {
        return new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {on, off}, 0);
    }

    private void use(Stroke stroke) {
        float width = (float) stroke.width();
        graphics.setColor(color(stroke.ink()));
        graphics.setStroke(
                switch (stroke.pattern()) {
                    case SOLID ->
                            new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
                    case DASHED -> broken(width, 4, 4);
                    case DOTTED -> broken(width, 1, 4);
                });
    }

    private Font font(TextStyle style) {
        return fonts.computeIfAbsent(style, TextFonts::of);
    }

    private static Color color(Ink ink) {
        return new Color(ink.argb(), true);
    }

    private static Rectangle2D rectangle(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }

    private static Path2D path(double[] xs, double[] ys, int count) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, count);
        path.moveTo(xs[0], ys[0]);
        for (int i = 1; i < count; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        return path;
    }
}
