package dev.weightscope.chart;

/// A text in its place.
///
/// @param x of the anchor
/// @param baseline its y
/// @param width as measured
public record PlacedText(
        String text, double x, double baseline, double width, TextStyle style, Anchor anchor) {
    public static PlacedText of(
            TextMeasure measure,
            String text,
            double x,
            double baseline,
            TextStyle style,
            Anchor anchor) {
        return new PlacedText(text, x, baseline, measure.textWidth(text, style), style, anchor);
    }

    /// Moved sideways as little as it takes to lie within left..right.
    public PlacedText within(double left, double right) {
        double start = anchor.start(x, width);
        double moved = Math.max(left, Math.min(start, right - width));
        return new PlacedText(text, moved, baseline, width, style, Anchor.START);
    }

    /// What it covers.
    public Box box() {
        return new Box(anchor.start(x, width), baseline - style.size() * 0.8, width, style.size());
    }

    public void paint(Surface surface, Ink ink) {
        surface.text(text, x, baseline, style, anchor, ink);
    }
}
