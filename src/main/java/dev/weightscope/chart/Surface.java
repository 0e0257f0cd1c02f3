package dev.weightscope.chart;

/// What a picture is painted on: a canvas in a window or an image in memory.
///
/// Coordinates grow to the right and downwards; a unit is a pixel at scale 1. Arrays are read
/// during the call and not kept.
public interface Surface extends TextMeasure {
    /// How far the ground of an outlined text reaches.
    double OUTLINE = 1.3;

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

    /// A text that can be read on any colour: what lies around its shape, up to [#OUTLINE], has the
    /// colour of a ground.
    ///
    /// By itself it is painted nine times, in the ground's colour and moved in eight directions
    /// before. Where texts can be searched, a surface has it once.
    default void outlinedText(
            String text, double x, double y, TextStyle style, Anchor anchor, Ink ink, Ink ground) {
        int directions = 8;
        for (int i = 0; i < directions; i++) {
            double angle = 2 * Math.PI * i / directions;
            text(
                    text,
                    x + OUTLINE * Math.cos(angle),
                    y + OUTLINE * Math.sin(angle),
                    style,
                    anchor,
                    ground);
        }
        text(text, x, y, style, anchor, ink);
    }

    /// Fills the box with `columns` × `rows` pixels, each a crisp rectangle.
    ///
    /// @param argb row by row, not premultiplied
    void image(int[] argb, int columns, int rows, Box box);
}
