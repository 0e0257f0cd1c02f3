package dev.weightscope.kernel;

import dev.weightscope.model.Histogram;
import java.util.Arrays;

/// Counts into equal bins; see [Kernel#histogram].
///
/// A value's slot is its bin, or one of three after them. All is computed in a unit in which
/// neither the range's width nor its reciprocal leaves double's range.
final class HistogramCounter {
    /// Values whose slots are found at a time.
    static final int BLOCK = 1024;

    /// Neighbours count into tables of their own: values crowd, and adding to one place twice in a
    /// row has to wait for memory.
    private static final int TABLES = 4;

    private final double low;
    private final double high;
    private final int bins;
    private final long[] counts;
    final double unit;
    final double lowest;
    final double highest;
    final double binsPerUnit;

    HistogramCounter(double low, double high, int bins) {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "%s..%s is no range of finite bounds".formatted(low, high));
        }
        Require.atLeast("bins", bins, 1);
        this.low = low;
        this.high = high;
        this.bins = bins;
        this.counts = new long[notFinite() + 1];
        this.unit = unit(high - low);
        this.lowest = low * unit;
        this.highest = high * unit;
        this.binsPerUnit = bins / (highest - lowest);
    }

    private static double unit(double width) {
        if (Double.isInfinite(width)) {
            return 0.5;
        }
        return width < 0x1p-500 ? 0x1p500 : 1;
    }

    int last() {
        return bins - 1;
    }

    int below() {
        return bins;
    }

    int above() {
        return bins + 1;
    }

    int notFinite() {
        return bins + 2;
    }

    int slot(float value) {
        double position = value * unit;
        if (position >= lowest && position <= highest) {
            return Math.min((int) ((position - lowest) * binsPerUnit), last());
        }
        if (!Float.isFinite(value)) {
            return notFinite();
        }
        return position < lowest ? below() : above();
    }

    /// The length of what [#tally] counts into.
    int tables() {
        return TABLES * counts.length;
    }

    /// Counts the first slots of an array.
    ///
    /// @param tables not those of another thread
    void tally(int[] slots, int count, int[] tables) {
        int second = counts.length;
        int third = second + counts.length;
        int fourth = third + counts.length;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            tables[slots[i]]++;
            tables[second + slots[i + 1]]++;
            tables[third + slots[i + 2]]++;
            tables[fourth + slots[i + 3]]++;
        }
        for (; i < count; i++) {
            tables[slots[i]]++;
        }
    }

    /// Adds what was counted; by several threads at once.
    synchronized void add(int[] tables) {
        for (int table = 0; table < TABLES; table++) {
            for (int slot = 0; slot < counts.length; slot++) {
                counts[slot] += tables[table * counts.length + slot];
            }
        }
    }

    Histogram histogram() {
        return new Histogram(
                low,
                high,
                Arrays.copyOf(counts, bins),
                counts[below()],
                counts[above()],
                counts[notFinite()]);
    }
}
