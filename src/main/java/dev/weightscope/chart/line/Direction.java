package dev.weightscope.chart.line;

/// Which way what is drawn goes along the places. Places never change theirs: the first is always
/// at the left. Names stand where curves end, and the numbers of the axis on the other side.
public enum Direction {
    /// From the first place to the last, as a signal does.
    FORWARD,
    /// From the last place to the first, as a gradient does.
    BACKWARD
}
