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

    /// What a value is to be multiplied by so that its floor is its bin, counted from the middle: a
    /// power of two, so that the product is exact.
    static double binsPerUnit(int exponent) {
        return Math.scalb((double) HALF, -exponent);
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

    /// @param notFinite how many values are in no bin
    Histogram histogram(long notFinite) {
        double high = Math.scalb(1.0, exponent);
        return new Histogram(-high, high, counts, 0, 0, notFinite);
    }
}
