package dev.weightscope.theory;

/// What becomes of the size of a signal between the first and the last layer. The size is the RMS
/// of the activations; in a network of one layer it is compared with the input's.
public enum Fate {
    /// It falls to a thousandth or less.
    VANISHES,
    /// It falls to a half or less.
    SHRINKS,
    /// It stays within a factor of two.
    HOLDS,
    /// It grows to twice or more.
    GROWS,
    /// It grows to a thousand times or more.
    EXPLODES,
    /// A quarter or more of some layer's activations lie in the outer 3 % of the activation's
    /// range.
    SATURATES;

    /// A change by less is no trend.
    private static final double TREND = 2;

    private static final double RUNAWAY = 1000;
    private static final double SATURATED_SHARE = 0.25;

    /// @param growth last RMS over first
    /// @param saturated the largest share of any layer, 0 where nothing is bounded
    static Fate of(double growth, double saturated) {
        if (growth >= RUNAWAY) {
            return EXPLODES;
        }
        if (growth <= 1 / RUNAWAY) {
            return VANISHES;
        }
        if (saturated >= SATURATED_SHARE) {
            return SATURATES;
        }
        if (growth >= TREND) {
            return GROWS;
        }
        return growth <= 1 / TREND ? SHRINKS : HOLDS;
    }
}
