package dev.weightscope.chart.tensor;

import dev.weightscope.model.Histogram;

/// Singular values counted into bins from 0 on.
public final class SingularValueBins {
    private static final int BINS = 64;

    private SingularValueBins() {}

    /// @param values at least 0
    /// @param end of the last bin; larger values are counted above it
    public static Histogram of(Iterable<Double> values, double end) {
        long[] counts = new long[BINS];
        long above = 0;
        for (double value : values) {
            if (value > end) {
                above++;
            } else {
                counts[Math.clamp((int) (value / end * BINS), 0, BINS - 1)]++;
            }
        }
        return new Histogram(0, end, counts, 0, above, 0);
    }
}
