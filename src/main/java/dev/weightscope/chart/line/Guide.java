package dev.weightscope.chart.line;

/// A value that curves are held against, with its name beside a level line.
///
/// @param name what it is: `goal 0.1`
public record Guide(double value, String name, Kind kind) {
    /// What is to be thought of a value.
    public enum Kind {
        /// It is to be reached.
        GOAL,
        /// It is had for nothing.
        BASELINE,
        /// It is usual.
        RULE
    }
}
