package dev.weightscope.kernel;

import dev.weightscope.model.ActivationFunction;

/// Extremes and counts of a matrix. Not for several threads at once.
final class Counts {
    long zeros;
    long saturated;
    private float min = Float.POSITIVE_INFINITY;
    private float max = Float.NEGATIVE_INFINITY;
    private long positiveInfinite;
    private long negativeInfinite;
    private long nan;

    /// Below and above these a value is saturated: the floats next to the true bounds, inside.
    record Bounds(float low, float high) {
        static Bounds of(ActivationFunction.Saturation saturation) {
            return switch (saturation) {
                case MINUS_ONE_TO_ONE -> new Bounds(-floor(0.97), floor(0.97));
                case ZERO_TO_ONE -> new Bounds(-floor(-0.015), floor(0.985));
                case UNBOUNDED, RECTIFIED ->
                        new Bounds(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
            };
        }
    }

    /// The largest float that is not above a value.
    static float floor(double value) {
        float nearest = (float) value;
        return nearest > value ? Math.nextDown(nearest) : nearest;
    }

    /// Counts one value, whatever it is.
    void add(float value, Bounds bounds) {
        if (Float.isNaN(value)) {
            nan++;
            return;
        }
        include(value, value);
        if (value == 0) {
            zeros++;
        } else if (value == Float.POSITIVE_INFINITY) {
            positiveInfinite++;
        } else if (value == Float.NEGATIVE_INFINITY) {
            negativeInfinite++;
        }
        if (value < bounds.low || value > bounds.high) {
            saturated++;
        }
    }

    /// Widens min..max to values that are not NaN.
    void include(float low, float high) {
        if (low < min) {
            min = low;
        }
        if (high > max) {
            max = high;
        }
    }

    void add(Counts other) {
        zeros += other.zeros;
        saturated += other.saturated;
        positiveInfinite += other.positiveInfinite;
        negativeInfinite += other.negativeInfinite;
        nan += other.nan;
        include(other.min, other.max);
    }

    /// These counts with sums that hold where every value is finite.
    Moments moments(long count, double mean, double std, double rms, double perUnitStd) {
        float smallest = min > max ? Float.NaN : min + 0f; // +0, whichever zero came first
        float largest = min > max ? Float.NaN : max + 0f;
        long infinite = positiveInfinite + negativeInfinite;
        if (nan == 0 && infinite == 0) {
            return new Moments(
                    count, mean, std, rms, perUnitStd, smallest, largest, zeros, saturated, 0, 0);
        }
        double spread = nan > 0 ? Double.NaN : Double.POSITIVE_INFINITY;
        double limit =
                (positiveInfinite > 0 ? Double.POSITIVE_INFINITY : 0)
                        + (negativeInfinite > 0 ? Double.NEGATIVE_INFINITY : 0);
        return new Moments(
                count,
                nan > 0 ? Double.NaN : limit,
                spread,
                spread,
                spread,
                smallest,
                largest,
                zeros,
                saturated,
                infinite,
                nan);
    }
}
