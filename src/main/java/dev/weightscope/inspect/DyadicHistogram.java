package dev.weightscope.inspect;

import dev.weightscope.model.Histogram;

/// Counts in equal bins over −2ᵏ..2ᵏ, for values whose range is not known beforehand: as every bin
/// of one range lies within one bin of a larger range, counts of different ranges add up exactly,
/// in any order.
///
/// @param exponent k
/// @param counts [#BINS] of them; not copied, and never modified from here on
record DyadicHistogram(int exponent, long[] counts) {
    static final int BINS = 128;
    static final int HALF = BINS / 2;

    /// The range of numbers that are all 0, and the least of all.
    static final int LEAST_EXPONENT = -1000;

    static final DyadicHistogram EMPTY = new DyadicHistogram(LEAST_EXPONENT, new long[BINS]);

    /// The least k with `largest` < 2ᵏ.
    ///
    /// @param largest of all magnitudes; finite
    static int exponentFor(double largest) {
        return Math.max(LEAST_EXPONENT, Math.getExponent(largest) + 1);
    }

    /// The bin of a value of a magnitude below 2ᵏ; the product is exact.
    static int bin(int exponent, double value) {
        return (int) Math.floor(value * Math.scalb((double) HALF, -exponent)) + HALF;
    }

    DyadicHistogram merge(DyadicHistogram that) {
        int common = Math.max(exponent, that.exponent);
        long[] sums = new long[BINS];
        if (exponent == that.exponent) {
            for (int bin = 0; bin < BINS; bin++) {
                sums[bin] = counts[bin] + that.counts[bin];
            }
        } else {
            addTo(sums, common);
            that.addTo(sums, common);
        }
        return new DyadicHistogram(common, sums);
    }

    private void addTo(long[] sums, int toExponent) {
        int shift = Math.min(toExponent - exponent, Integer.SIZE - 1);
        for (int bin = 0; bin < BINS; bin++) {
            sums[((bin - HALF) >> shift) + HALF] += counts[bin];
        }
    }

    /// @param least of all values, also of those that were not counted: its bin is not empty
    /// @param most of all values, as the above
    /// @param notFinite how many values are in no bin
    Histogram histogram(double least, double most, long notFinite) {
        double high = Math.scalb(1.0, exponent);
        long[] found = counts.clone();
        for (double value : new double[] {least, most}) {
            int bin = bin(exponent, value);
            found[bin] = Math.max(1, found[bin]);
        }
        return new Histogram(-high, high, found, 0, 0, notFinite);
    }

    /// Of no value.
    Histogram histogram(long notFinite) {
        double high = Math.scalb(1.0, exponent);
        return new Histogram(-high, high, counts, 0, 0, notFinite);
    }
}
