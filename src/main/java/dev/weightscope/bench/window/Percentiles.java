package dev.weightscope.bench.window;

import java.util.Arrays;

/// What half, 95 and 99 of a hundred values do not exceed, by nearest rank: always one of the
/// values, never a mean of two (Hyndman & Fan 1996, definition 1).
public record Percentiles(double p50, double p95, double p99) {
    /// @param values at least one, in any order; not modified
    public static Percentiles of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("0 values have no percentiles");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Percentiles(rank(sorted, 50), rank(sorted, 95), rank(sorted, 99));
    }

    private static double rank(double[] sorted, int percent) {
        return sorted[Math.ceilDiv(percent * sorted.length, 100) - 1];
    }
}
