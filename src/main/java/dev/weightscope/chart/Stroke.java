package dev.weightscope.chart;

/// How a line is drawn.
///
/// @param width in the surface's units
public record Stroke(Ink ink, double width, Pattern pattern) {
    /// Whether a line has gaps.
    public enum Pattern {
        SOLID,
        DASHED,
        DOTTED
    }

    public static Stroke solid(Ink ink, double width) {
        return new Stroke(ink, width, Pattern.SOLID);
    }

    public static Stroke dotted(Ink ink, double width) {
        return new Stroke(ink, width, Pattern.DOTTED);
    }

    public static Stroke dashed(Ink ink, double width) {
        return new Stroke(ink, width, Pattern.DASHED);
    }
}
