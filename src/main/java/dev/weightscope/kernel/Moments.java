package dev.weightscope.kernel;

import dev.weightscope.model.Histogram;
import dev.weightscope.model.TensorStatistics;

/// Moments and counts of a matrix, in double. Rows are samples, columns are units.
///
/// Where a value is NaN, mean and stds are NaN; else where one is infinite, stds and rms are
/// infinite and the mean is ±∞, or NaN where both infinities occur.
///
/// @param std of all values about their mean, population form
/// @param rms √(mean of squares)
/// @param perUnitStd the std of each column, averaged over the columns; NaN where there is one row,
///   which does not tell it
/// @param min the smallest value that is not NaN, a zero as +0; NaN where there is none
/// @param max the largest value that is not NaN, a zero as +0; NaN where there is none
/// @param zeroCount values that are exactly 0
/// @param saturatedCount as [dev.weightscope.model.ActivationFunction.Saturation] defines it
/// @param infiniteCount values that are ±∞
/// @param nanCount values that are NaN
public record Moments(
        long count,
        double mean,
        double std,
        double rms,
        double perUnitStd,
        float min,
        float max,
        long zeroCount,
        long saturatedCount,
        long infiniteCount,
        long nanCount) {
    /// The moments of no value at all.
    static final Moments EMPTY =
            new Moments(
                    0,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Float.NaN,
                    Float.NaN,
                    0,
                    0,
                    0,
                    0);

    Moments withPerUnitStd(double newPerUnitStd) {
        return new Moments(
                count,
                mean,
                std,
                rms,
                newPerUnitStd,
                min,
                max,
                zeroCount,
                saturatedCount,
                infiniteCount,
                nanCount);
    }

    /// These moments with a histogram, counts as shares.
    public TensorStatistics statistics(Histogram histogram) {
        return new TensorStatistics(
                count,
                mean,
                std,
                rms,
                perUnitStd,
                min,
                max,
                share(zeroCount),
                share(saturatedCount),
                infiniteCount,
                nanCount,
                histogram);
    }

    private double share(long part) {
        return count == 0 ? 0 : (double) part / count;
    }
}
