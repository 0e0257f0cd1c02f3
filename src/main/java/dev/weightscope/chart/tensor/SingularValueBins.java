package dev.weightscope.chart.tensor;

import dev.weightscope.model.Histogram;
import java.util.Collection;

/// Singular values counted into bins from 0 on, 2·√n of n values, 16 to 64: of more, most would
/// hold none or one, and hide the shape.
public final class SingularValueBins {
    private static final int LEAST = 16;
    private static final int MOST = 64;

    private SingularValueBins() {}

    /// @param values at least 0
    /// @param end of the last bin; larger values are counted above it
    public static Histogram of(Collection<Double> values, double end) {
        int bins = Math.clamp(Math.round(2 * Math.sqrt(values.size())), LEAST, MOST);
        long[] counts = new long[bins];
        long above = 0;
        for (double value : values) {
            if (value > end) {
                above++;
            } else {
                counts[Math.clamp((int) (value / end * bins), 0, bins - 1)]++;
            }
        }
        return new Histogram(0, end, counts, 0, above, 0);
    }
}
