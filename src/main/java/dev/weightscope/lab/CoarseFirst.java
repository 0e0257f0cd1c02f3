package dev.weightscope.lab;

/// The order of a grid that is looked at while it is computed: each fourth place of every axis and
/// the last one come first, then the gaps.
public final class CoarseFirst {
    private static final int STRIDE = 4;

    private CoarseFirst() {}

    /// Whether a place of an axis comes first.
    ///
    /// @param place counted from 0
    /// @param count of the axis
    public static boolean isCoarse(int place, int count) {
        return place % STRIDE == 0 || place == count - 1;
    }
}
