package dev.weightscope.kernel;

import dev.weightscope.model.Histogram;

/// Counts into equal bins; see [Kernel#histogram].
final class HistogramCounter {
    /// Neighbours count into tables of their own: values crowd, and adding to one place twice in a
    /// row has to wait for memory.
    private static final int TABLES = 4;

    private final double low;
    private final double high;
    private final double binsPerUnit;
    private final int bins;
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
        this.bins = bins;
        this.binsPerUnit = bins / (high - low);
        this.counts = new long[bins];
    }

    void count(float[] values, int from, int to) {
        int[] tables = new int[TABLES * bins];
        int last = bins - 1;
        for (int i = from; i < to; i++) {
            double value = values[i];
            if (value >= low && value <= high) {
                int bin = Math.min((int) ((value - low) * binsPerUnit), last);
                tables[i % TABLES * bins + bin]++;
            } else {
                countOutside(value);
            }
        }
        for (int slot = 0; slot < tables.length; slot++) {
            counts[slot % bins] += tables[slot];
        }
    }

    private void countOutside(double value) {
        if (!Double.isFinite(value)) {
            notFinite++;
        } else if (value < low) {
            below++;
        } else {
            above++;
        }
    }

    /// Adds another one's counts; by several threads at once.
    synchronized void add(HistogramCounter other) {
        for (int bin = 0; bin < bins; bin++) {
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
