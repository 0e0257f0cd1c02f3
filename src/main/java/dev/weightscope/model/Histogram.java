package dev.weightscope.model;

import java.util.Arrays;

/// Counts of values in equal bins over low..high; the last bin includes `high`, every other one
/// excludes its upper edge.
///
/// Values outside and values that are not finite are counted too: nothing is dropped.
///
/// @param counts one for each bin; copied in and out
/// @param below finite values smaller than `low`
/// @param above finite values larger than `high`
/// @param notFinite infinities and NaNs
public record Histogram(
        double low, double high, long[] counts, long below, long above, long notFinite) {
    public Histogram {
        counts = counts.clone();
    }

    @Override
    public long[] counts() {
        return counts.clone();
    }

    public int bins() {
        return counts.length;
    }

    /// The number of values in bin 0..bins−1.
    public long count(int bin) {
        return counts[bin];
    }

    /// The largest count of all bins.
    public long largest() {
        return Arrays.stream(counts).max().orElse(0);
    }

    /// All values, those outside and those not finite included.
    public long total() {
        return Arrays.stream(counts).sum() + below + above + notFinite;
    }

    public double binWidth() {
        return (high - low) / counts.length;
    }

    /// The lower edge of a bin; `high` for the bin after the last.
    public double edge(int bin) {
        return bin == counts.length ? high : low + bin * binWidth();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram that
                && Double.compare(low, that.low) == 0
                && Double.compare(high, that.high) == 0
                && Arrays.equals(counts, that.counts)
                && below == that.below
                && above == that.above
                && notFinite == that.notFinite;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + Double.hashCode(low) + Double.hashCode(high);
    }

    @Override
    public String toString() {
        return "Histogram[%s..%s, %s, below %d, above %d, not finite %d]"
                .formatted(low, high, Arrays.toString(counts), below, above, notFinite);
    }
}
