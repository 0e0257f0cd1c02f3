package dev.weightscope.chart;

/// The size and weight of a sans serif text.
///
/// @param size in the surface's units
public record TextStyle(double size, Weight weight) {
    /// How heavy the strokes of a text are.
    public enum Weight {
        NORMAL,
        BOLD
    }

    /// A chart's heading.
    public static final TextStyle HEADING = new TextStyle(13, Weight.BOLD);

    /// The name of a panel or of the live curve.
    public static final TextStyle TITLE = new TextStyle(11.5, Weight.BOLD);

    /// Numbers and names beside the data.
    public static final TextStyle LABEL = new TextStyle(11, Weight.NORMAL);

    /// Numbers along an axis.
    public static final TextStyle TICK = new TextStyle(10, Weight.NORMAL);

    /// The height of a line of this text.
    public double lineHeight() {
        return Math.ceil(size * 1.25);
    }

    /// How far the baseline lies below the middle of a text of digits.
    public double baselineShift() {
        return size * 0.36;
    }
}
