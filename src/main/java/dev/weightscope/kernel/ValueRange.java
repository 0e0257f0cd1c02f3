package dev.weightscope.kernel;

/// Where some values lie.
///
/// @param low the smallest, a zero as +0; unspecified where a value is not finite, infinite where
///   there is none
/// @param high the largest, a zero as +0; unspecified where a value is not finite, −infinite where
///   there is none
/// @param isFinite whether all values are
/// @param hasZero whether any value is 0
public record ValueRange(float low, float high, boolean isFinite, boolean hasZero) {
    /// Of the values from..to−1, in plain loops.
    static ValueRange plain(float[] values, int from, int to) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        boolean finite = true;
        boolean zero = false;
        for (int i = from; i < to; i++) {
            float value = values[i];
            low = value < low ? value : low;
            high = value > high ? value : high;
            finite &= Math.abs(value) < Float.POSITIVE_INFINITY;
            zero |= value == 0;
        }
        return new ValueRange(low + 0f, high + 0f, finite, zero);
    }

    /// Of both.
    ValueRange and(ValueRange other) {
        return new ValueRange(
                Math.min(low, other.low) + 0f,
                Math.max(high, other.high) + 0f,
                isFinite && other.isFinite,
                hasZero || other.hasZero);
    }
}
