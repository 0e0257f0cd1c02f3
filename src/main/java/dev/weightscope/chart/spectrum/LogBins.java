package dev.weightscope.chart.spectrum;

import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.Histogram;

/// Logarithms counted into equal bins.
final class LogBins {
    private LogBins() {}

    /// @param range every value beyond it is counted below or above
    static Histogram of(SpectrumCell cell, Range range, int bins) {
        long[] counts = new long[bins];
        long below = 0;
        long above = 0;
        long notFinite = 0;
        for (double value : cell.logarithms()) {
            if (Double.isNaN(value)) {
                notFinite++;
            } else if (value < range.low()) {
                below++;
            } else if (value > range.high()) {
                above++;
            } else {
                counts[Math.min(bins - 1, (int) (range.share(value) * bins))]++;
            }
        }
        return new Histogram(range.low(), range.high(), counts, below, above, notFinite);
    }
}
