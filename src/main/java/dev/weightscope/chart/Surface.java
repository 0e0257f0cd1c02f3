package dev.weightscope.chart;

/// What a picture is painted on: a canvas in a window or an image in memory.
///
/// Coordinates grow to the right and downwards; a unit is a pixel at scale 1. Arrays are read
/// during the call and not kept.
public interface Surface extends TextMeasure {
    /// A histogram is drawn as one such call a bar: a canvas fills a rectangle in a fraction of the
    /// time that it takes to trace the outline of all bars at once.
    void fill(Box box, Ink ink);

    void line(double x1, double y1, double x2, double y2, Stroke stroke);

    /// The first `count` points, joined in order.
    void polyline(double[] xs, double[] ys, int count, Stroke stroke);

    /// The area inside the first `count` points, non-zero winding.
    void polygon(double[] xs, double[] ys, int count, Ink ink);

    /// A filled circle.
    void disc(double x, double y, double radius, Ink ink);

    /// @param y of the baseline
    void text(String text, double x, double y, TextStyle style, Anchor anchor, Ink ink);

    /// Fills the box with `columns` × `rows` pixels, each a crisp rectangle.
    ///
    /// @param argb row by row, not premultiplied
    void image(int[] argb, int columns, int rows, Box box);
}
