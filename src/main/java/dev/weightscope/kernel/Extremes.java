package dev.weightscope.kernel;

/// The smallest and the largest of some values, of which infinities and NaNs are left out. A zero
/// is positive.
///
/// @param low infinite where there is none
/// @param high −infinite where there is none
public record Extremes(float low, float high) {
    private static final Extremes NONE =
            new Extremes(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);

    /// Of the columns from..to−1 of so many rows, in plain loops.
    static Extremes plain(Strided x, int rows, int from, int to) {
        float low = NONE.low;
        float high = NONE.high;
        for (int i = 0; i < rows; i++) {
            int at = x.at() + i * x.stride();
            for (int j = at + from; j < at + to; j++) {
                float value = x.values()[j];
                boolean finite = Math.abs(value) < Float.POSITIVE_INFINITY;
                low = finite && value < low ? value : low;
                high = finite && value > high ? value : high;
            }
        }
        return new Extremes(low, high).and(NONE);
    }

    /// Of both.
    public Extremes and(Extremes other) {
        return new Extremes(Math.min(low, other.low) + 0f, Math.max(high, other.high) + 0f);
    }
}
