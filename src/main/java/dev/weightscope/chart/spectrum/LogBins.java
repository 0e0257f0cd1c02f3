package dev.weightscope.chart.spectrum;

import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.Histogram;

/// Logarithms counted into equal bins.
final class LogBins {
    private static final int LEAST = 16;
    private static final int PER_ROOT = 4;

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

    /// How many bins show the shape of some values: with more, most would have one value or none.
    ///
    /// @param room for so many
    static int count(SpectrumCell cell, int room) {
        return Math.min(room, (int) Math.max(LEAST, PER_ROOT * Math.sqrt((double) cell.total())));
    }
}
