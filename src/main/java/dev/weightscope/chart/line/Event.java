package dev.weightscope.chart.line;

/// Something that happens at a place, with its name beside a vertical line.
///
/// @param stop the place, as the axis counts
/// @param name what happens: `values overflow from layer 12`
/// @param edge of the plot, where the name stands if nothing is in its way there
/// @param side of the line, where the name stands if nothing is in its way there
public record Event(int stop, String name, Edge edge, Side side) {
    /// The head or the foot of the plot.
    public enum Edge {
        HEAD,
        FOOT
    }

    /// Before or after the line.
    public enum Side {
        BEFORE,
        AFTER
    }
}
