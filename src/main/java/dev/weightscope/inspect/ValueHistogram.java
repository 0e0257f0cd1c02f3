package dev.weightscope.inspect;

import dev.weightscope.model.Histogram;

/// Counts of values in equal bins over a range that is given.
public final class ValueHistogram {
    private ValueHistogram() {}

    /// Reads all values once. A value is in bin ⌊(value − low)/width⌋, `high` in the last one.
    ///
    /// @param low below `high`, and both finite
    /// @param bins at least 1
    public static Histogram of(TensorValues values, double low, double high, int bins) {
        if (!(low < high) || !(high - low < Double.POSITIVE_INFINITY) || bins < 1) {
            throw new IllegalArgumentException("%s..%s in %d bins".formatted(low, high, bins));
        }
        long[] counts = new long[bins];
        long below = 0;
        long above = 0;
        long notFinite = 0;
        double perUnit = bins / (high - low);
        double[] chunk = new double[(int) Math.min(TensorSurvey.CHUNK, values.count())];
        for (long from = 0; from < values.count(); from += chunk.length) {
            int some = (int) Math.min(chunk.length, values.count() - from);
            values.read(from, some, chunk);
            for (int i = 0; i < some; i++) {
                double value = chunk[i];
                if (!Double.isFinite(value)) {
                    notFinite++;
                } else if (value < low) {
                    below++;
                } else if (value > high) {
                    above++;
                } else {
                    counts[Math.min(bins - 1, (int) ((value - low) * perUnit))]++;
                }
            }
        }
        return new Histogram(low, high, counts, below, above, notFinite);
    }
}
