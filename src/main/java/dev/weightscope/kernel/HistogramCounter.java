package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.Histogram;
import java.util.Arrays;

/// Counts into equal bins; see [Kernel#histogram].
///
/// Positions are measured from the number of the range that is nearest to 0, where floats are
/// densest. So a negative value, however small, lies below an edge at 0, and a narrow range far
/// from 0 has no coarser positions than another one.
final class HistogramCounter {
    private final Bins bins;
    private final long[] counts;

    /// The outermost floats of the range.
    final float lowest;

    final float highest;

    /// A power of two, of which neither the range's width nor its reciprocal leaves float's range.
    final float unit;

    final float originInUnits;
    final float binsPerUnit;

    /// Where the origin lies in its bin.
    final float fraction;

    final int originBin;

    HistogramCounter(Bins bins) {
        this.bins = bins;
        this.counts = new long[slots()];
        double low = bins.low();
        double high = bins.high();
        this.lowest = -Counts.floor(-low);
        this.highest = Counts.floor(high);
        this.unit = unit(high - low);
        float origin = Math.max(lowest, Math.min(0, highest));
        double width = high * unit - low * unit;
        double position = ((double) origin * unit - low * unit) / width * bins.count();
        this.originInUnits = origin * unit;
        // no scale is 0, which would lose a value's sign, or infinite, which would lose the origin
        this.binsPerUnit =
                (float) Math.clamp(bins.count() / width, Float.MIN_NORMAL, Float.MAX_VALUE);
        this.originBin = (int) position;
        this.fraction = (float) (position - originBin);
    }

    private static float unit(double width) {
        if (width > 0x1p100) {
            return 0x1p-30f;
        }
        return width < 0x1p-60 ? 0x1p60f : 1;
    }

    int last() {
        return bins.count() - 1;
    }

    int below() {
        return bins.count();
    }

    int above() {
        return bins.count() + 1;
    }

    int notFinite() {
        return bins.count() + 2;
    }

    /// The bins and the three after them.
    int slots() {
        return bins.count() + 3;
    }

    /// The slot of a value that lies in no bin.
    int outside(float value) {
        if (!Float.isFinite(value)) {
            return notFinite();
        }
        return value < lowest ? below() : above();
    }

    /// Counts the values from..to−1; by several threads at once, each value once.
    ///
    /// @param block of the computing thread
    void take(float[] values, int from, int to, HistogramBlock block) {
        block.reset(this);
        block.take(values, from, to - from);
        add(block);
    }

    /// Counts the values of a tile; by several threads at once, each value once.
    ///
    /// @param values a matrix, row-major; not modified
    /// @param block of the computing thread
    void take(float[] values, int columns, Tile tile, HistogramBlock block) {
        block.reset(this);
        for (int i = tile.firstRow(); i < tile.endRow(); i++) {
            block.take(values, i * columns + tile.firstColumn(), tile.columns());
        }
        add(block);
    }

    private synchronized void add(HistogramBlock block) {
        for (int slot = 0; slot < counts.length; slot++) {
            counts[slot] += block.count(slot);
        }
    }

    Histogram histogram() {
        return new Histogram(
                bins.low(),
                bins.high(),
                Arrays.copyOf(counts, bins.count()),
                counts[below()],
                counts[above()],
                counts[notFinite()]);
    }
}
