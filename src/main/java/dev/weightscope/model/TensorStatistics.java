package dev.weightscope.model;

/// What is known of one tensor (a layer's weights, pre-activations or activations, the gradient by
/// one of them, or the input), computed in double from its float32 values.
///
/// Rows are samples (for weights: inputs), columns are units. Where values are infinite or NaN the
/// sums say so: a mean may be ±∞ or NaN, a std is ∞ (or NaN where a value is NaN). That is the
/// result, not an error.
///
/// @param count how many values
/// @param mean of all values
/// @param std pooled over samples and units, population form (divided by count)
/// @param rms √(mean of squares)
/// @param perUnitStd the std of each unit across the rows, averaged over the units: 0 when all
///   samples look alike, NaN (undefined) when there is one
/// @param min the smallest value that is not NaN; NaN where there is none
/// @param max the largest value that is not NaN; NaN where there is none
/// @param zeroShare share of values that are exactly 0, 0..1
/// @param saturatedShare as [ActivationFunction.Saturation] defines it, 0..1; 0 for all but
///   activations
/// @param infiniteCount values that are ±∞
/// @param nanCount values that are NaN
public record TensorStatistics(
        long count,
        double mean,
        double std,
        double rms,
        double perUnitStd,
        float min,
        float max,
        double zeroShare,
        double saturatedShare,
        long infiniteCount,
        long nanCount,
        Histogram histogram) {
    /// Whether every value is an ordinary number.
    public boolean allFinite() {
        return infiniteCount == 0 && nanCount == 0;
    }

    /// Whether every value is exactly 0.
    public boolean allZero() {
        return zeroShare == 1;
    }

    /// The largest magnitude of a value that is not NaN; NaN where there is none.
    public float maxMagnitude() {
        return Math.max(Math.abs(min), Math.abs(max));
    }
}
