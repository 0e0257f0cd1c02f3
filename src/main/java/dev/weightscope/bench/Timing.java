package dev.weightscope.bench;

import java.util.Arrays;

/// How long something took, several times over, in seconds.
///
/// @param median of an even number of times, the mean of the middle two
public record Timing(double median, double min, double max) {
    /// @param seconds at least one
    static Timing of(double... seconds) {
        if (seconds.length == 0) {
            throw new IllegalArgumentException("no time was taken");
        }
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Timing(median, sorted[0], sorted[sorted.length - 1]);
    }
}
