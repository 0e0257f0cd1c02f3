package dev.weightscope.chart.race;

import java.util.function.IntToDoubleFunction;

/// The mean of the values around a place: of as many on its one side as on the other, so that a
/// straight line stays what it is, to its ends. What is not finite is left out of a mean, and has
/// none itself: it stays what it is.
///
/// It is found from sums of all values before a place, so that it costs the same however far it
/// reaches.
public final class RunningMean {
    private final IntToDoubleFunction values;
    private final int length;
    private final double[] sums;
    private final int[] counts;

    private RunningMean(IntToDoubleFunction values, int length, double[] sums, int[] counts) {
        this.values = values;
        this.length = length;
        this.sums = sums;
        this.counts = counts;
    }

    /// Of values that are all there.
    ///
    /// @param values by place, which do not change
    public static RunningMean of(int length, IntToDoubleFunction values) {
        return new Growing(length).follow(length, values);
    }

    /// How many values there are.
    public int length() {
        return length;
    }

    /// The value itself at a place.
    double value(int place) {
        return values.applyAsDouble(place);
    }

    /// @param reach how many places on each side, at least 0
    double at(int place, int reach) {
        double value = value(place);
        int near = Math.min(reach, Math.min(place, length - 1 - place));
        if (near == 0 || !Double.isFinite(value)) {
            return value;
        }
        int from = place - near;
        int to = place + near + 1;
        return (sums[to] - sums[from]) / (counts[to] - counts[from]);
    }

    /// The sums of values that come one after the other: each is added once. For use by one thread
    /// at a time; what it gives may be read by any.
    public static final class Growing {
        /// What a value takes.
        public static final int BYTES = Double.BYTES + Integer.BYTES;

        private final double[] sums;
        private final int[] counts;
        private int length;

        /// @param most how many values come at most
        public Growing(int most) {
            sums = new double[most + 1];
            counts = new int[most + 1];
        }

        /// The mean of all values that there are now.
        ///
        /// @param count of them, not less than before
        /// @param values by place, of which those that were there before are the same
        public RunningMean follow(int count, IntToDoubleFunction values) {
            for (; length < count; length++) {
                double value = values.applyAsDouble(length);
                boolean isFinite = Double.isFinite(value);
                sums[length + 1] = sums[length] + (isFinite ? value : 0);
                counts[length + 1] = counts[length] + (isFinite ? 1 : 0);
            }
            return new RunningMean(values, count, sums, counts);
        }
    }
}
