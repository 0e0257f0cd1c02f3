package dev.weightscope.chart.line;

/// Something that a place is marked for, with its name beside a vertical line.
///
/// @param kind what it is
/// @param stop the place, as the axis counts
/// @param name what happens: `values overflow from layer 12`
/// @param edge of the plot, where the name stands if nothing is in its way there
/// @param side of the line, where the name stands if nothing is in its way there
public record Event(Kind kind, int stop, String name, Edge edge, Side side) {
    /// Something that goes wrong.
    public Event(int stop, String name, Edge edge, Side side) {
        this(Kind.FAULT, stop, name, edge, side);
    }

    /// What a place is marked for.
    public enum Kind {
        /// Something goes wrong there.
        FAULT,
        /// The live setting stands there.
        LIVE
    }

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
