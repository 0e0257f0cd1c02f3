package dev.weightscope.inspect;

import java.util.Arrays;

/// The survey of one chunk.
///
/// Value i is added to the sums of lane i mod [#LANES], and lanes are added up from the first to
/// the last: the sums are short, and loops over lanes are what a compiler makes vector code of. The
/// mean found is corrected by the mean distance from it, so that distances add up to 0.
final class ChunkSurvey {
    private static final int LANES = 256;

    /// Counts of neighbours go to different arrays: a counter need not wait for its last value.
    private static final int COUNTERS = 4;

    private final double[] values;
    private final int count;
    private long infinite;
    private long nan;

    ChunkSurvey(double[] values, int count) {
        if (isFinite(values, count)) {
            this.values = values;
            this.count = count;
        } else {
            double[] kept = new double[count];
            int n = 0;
            for (int i = 0; i < count; i++) {
                double x = values[i];
                if (Double.isFinite(x)) {
                    kept[n++] = x;
                } else if (Double.isNaN(x)) {
                    nan++;
                } else {
                    infinite++;
                }
            }
            this.values = kept;
            this.count = n;
        }
    }

    private static boolean isFinite(double[] values, int count) {
        double[] sums = new double[LANES];
        for (int from = 0; from < count; from += LANES) {
            int lanes = Math.min(LANES, count - from);
            for (int j = 0; j < lanes; j++) {
                sums[j] += 0 * values[from + j]; // NaN for infinities and NaNs, else 0
            }
        }
        return sum(sums) == 0;
    }

    TensorSurvey survey() {
        if (count == 0) {
            return new TensorSurvey(
                    CentralMoments.EMPTY,
                    DyadicHistogram.EMPTY,
                    0,
                    infinite,
                    nan,
                    Double.NaN,
                    Double.NaN);
        }
        double[] sums = new double[LANES];
        double[] lowest = new double[LANES];
        double[] highest = new double[LANES];
        int[] zeros = new int[LANES];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        for (int from = 0; from < count; from += LANES) {
            int lanes = Math.min(LANES, count - from);
            for (int j = 0; j < lanes; j++) {
                double x = values[from + j];
                sums[j] += x;
                lowest[j] = Math.min(lowest[j], x);
                highest[j] = Math.max(highest[j], x);
            }
            for (int j = 0; j < lanes; j++) {
                zeros[j] += values[from + j] == 0 ? 1 : 0;
            }
        }
        double min = Arrays.stream(lowest).min().orElseThrow() + 0.0; // of −0 and 0, 0
        double max = Arrays.stream(highest).max().orElseThrow() + 0.0;
        return new TensorSurvey(
                min == max ? new CentralMoments(count, min, 0, 0, 0) : moments(sum(sums) / count),
                histogram(Math.max(-min, max)),
                Arrays.stream(zeros).sum(),
                infinite,
                nan,
                min,
                max);
    }

    private CentralMoments moments(double center) {
        double[] s1 = new double[LANES];
        double[] s2 = new double[LANES];
        double[] s3 = new double[LANES];
        double[] s4 = new double[LANES];
        for (int from = 0; from < count; from += LANES) {
            int lanes = Math.min(LANES, count - from);
            for (int j = 0; j < lanes; j++) {
                double d = values[from + j] - center;
                double square = d * d;
                s1[j] += d;
                s2[j] += square;
                s3[j] += d * square;
                s4[j] += square * square;
            }
        }
        double left = sum(s1) / count; // what rounding has left of the mean
        double m2 = sum(s2);
        double m3 = sum(s3);
        return new CentralMoments(
                count,
                center + left,
                Math.max(0, m2 - count * left * left),
                m3 - 3 * left * m2,
                sum(s4) - 4 * left * m3);
    }

    private DyadicHistogram histogram(double largest) {
        int exponent = DyadicHistogram.exponentFor(largest);
        double perUnit = DyadicHistogram.binsPerUnit(exponent);
        int bins = DyadicHistogram.BINS;
        int[] counters = new int[COUNTERS * bins];
        for (int i = 0; i < count; i++) {
            int bin = (int) Math.floor(values[i] * perUnit) + bins / 2;
            counters[i % COUNTERS * bins + bin]++;
        }
        long[] counts = new long[bins];
        for (int i = 0; i < counters.length; i++) {
            counts[i % bins] += counters[i];
        }
        return new DyadicHistogram(exponent, counts);
    }

    private static double sum(double[] lanes) {
        double sum = 0;
        for (double lane : lanes) {
            sum += lane;
        }
        return sum;
    }
}
