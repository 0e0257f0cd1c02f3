package dev.weightscope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes down what is painted, in order.
public final class RecordedSurface implements Surface {
    /// What was painted (of a line its pattern), with the box that it covers.
    public record Stroked(String what, Box box) {}

    public final List<Stroked> painted = new ArrayList<>();

    @Override
    public void fill(Box box, Ink ink) {
        painted.add(new Stroked("fill", box));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        String what = stroke.pattern().name().toLowerCase(Locale.ROOT);
        painted.add(new Stroked(what, around(new double[] {x1, x2}, new double[] {y1, y2}, 2)));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
        for (int i = 1; i < count; i++) {
            line(xs[i - 1], ys[i - 1], xs[i], ys[i], stroke);
        }
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Ink ink) {
        painted.add(new Stroked("polygon", around(xs, ys, count)));
    }

    @Override
    public void disc(double x, double y, double radius, Ink ink) {
        Box box = new Box(x - radius, y - radius, 2 * radius, 2 * radius);
        painted.add(new Stroked("disc", box));
    }

    @Override
    public void text(String text, double x, double y, TextStyle style, Anchor anchor, Ink ink) {
        PlacedText placed = PlacedText.of(this, text, x, y, style, anchor);
        painted.add(new Stroked(text, placed.box()));
    }

    @Override
    public void outlinedText(
            String text, double x, double y, TextStyle style, Anchor anchor, Ink ink, Ink ground) {
        text(text, x, y, style, anchor, ink);
    }

    @Override
    public void image(int[] argb, int columns, int rows, Box box) {
        painted.add(new Stroked("image", box));
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return Areas.MEASURE.textWidth(text, style);
    }

    private static Box around(double[] xs, double[] ys, int count) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            left = Math.min(left, xs[i]);
            top = Math.min(top, ys[i]);
            right = Math.max(right, xs[i]);
            bottom = Math.max(bottom, ys[i]);
        }
        return new Box(left, top, right - left, bottom - top);
    }
}
