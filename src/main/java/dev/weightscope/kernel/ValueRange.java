package dev.weightscope.kernel;

/// Where some values lie.
///
/// @param low the smallest, a zero as +0; unspecified where a value is not finite, infinite where
///   there is none
/// @param high the largest, a zero as +0; unspecified where a value is not finite, −infinite where
///   there is none
/// @param isFinite whether all values are
/// @param hasZero whether any value is 0; unspecified where a value is not finite
public record ValueRange(float low, float high, boolean isFinite, boolean hasZero) {
    /// Of the values from..to−1, in plain loops, which the JIT compiler makes vectors of.
    static ValueRange plain(float[] values, int from, int to) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            low = Math.min(low, values[i]); // NaN stays
            high = Math.max(high, values[i]);
        }
        float nearest = Float.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            nearest = Math.min(nearest, Math.abs(values[i]));
        }
        boolean finite = low > Float.NEGATIVE_INFINITY && high < Float.POSITIVE_INFINITY;
        return new ValueRange(low + 0f, high + 0f, finite, nearest == 0);
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
