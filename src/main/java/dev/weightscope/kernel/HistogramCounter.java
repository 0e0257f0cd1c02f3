package dev.weightscope.kernel;

import dev.weightscope.model.Histogram;

/// Counts into equal bins; see [Kernel#histogram].
final class HistogramCounter {
    private final double low;
    private final double high;
    private final double binsPerUnit;
    private final long[] counts;
    private long below;
    private long above;
    private long notFinite;

    HistogramCounter(double low, double high, int bins) {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "%s..%s is no range of finite width".formatted(low, high));
        }
        Require.atLeast("bins", bins, 1);
        this.low = low;
        this.high = high;
        this.binsPerUnit = bins / (high - low);
        this.counts = new long[bins];
    }

    void count(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            double value = values[i];
            if (value >= low && value <= high) {
                counts[Math.min((int) ((value - low) * binsPerUnit), counts.length - 1)]++;
            } else if (!Double.isFinite(value)) {
                notFinite++;
            } else if (value < low) {
                below++;
            } else {
                above++;
            }
        }
    }

    /// Adds another one's counts; by several threads at once.
    synchronized void add(HistogramCounter other) {
        for (int bin = 0; bin < counts.length; bin++) {
            counts[bin] += other.counts[bin];
        }
        below += other.below;
        above += other.above;
        notFinite += other.notFinite;
    }

    Histogram histogram() {
        return new Histogram(low, high, counts, below, above, notFinite);
    }
}
