package dev.weightscope.inspect;

import java.util.Arrays;

/// Values that a tensor is judged by where all of them are too many: up to [#MOST] all; of more, so
/// many, in runs of [#RUN] neighbours, one run from each of as many equal parts of the tensor, at a
/// place that a hash of the part's number decides. The same values whoever asks, and no regular
/// step that could coincide with a row.
///
/// They lie in buckets of equal width, one after the other, and a bucket is sorted when its values
/// are asked for: most tests need few of them. Not to be used by two threads at once.
final class ValueSample {
    static final int MOST = 1 << 16;
    static final int RUN = 64;

    /// Values of a bucket, on average.
    private static final int BUCKET = 4;

    private final double[] values;

    /// The place behind the last value of each bucket.
    private final int[] ends;

    private final double[] least;
    private final double most;
    private final boolean[] sorted;

    /// @param some finite; not kept
    ValueSample(double[] some) {
        int n = some.length;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : some) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        int wanted = Math.max(1, n / BUCKET);
        double perUnit = (wanted - 1) / (high - low);
        boolean isSpread = perUnit < Double.POSITIVE_INFINITY && perUnit > 0;
        int[] bucket = new int[n];
        ends = new int[isSpread ? wanted : 1];
        for (int i = 0; i < n; i++) {
            bucket[i] = isSpread ? (int) ((some[i] - low) * perUnit) : 0;
            ends[bucket[i]]++;
        }
        for (int i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
        values = new double[n];
        least = new double[ends.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        most = high;
        int[] place = ends.clone();
        for (int i = 0; i < n; i++) {
            int own = bucket[i];
            values[--place[own]] = some[i];
            least[own] = Math.min(least[own], some[i]);
        }
        for (int i = ends.length - 2; i >= 0; i--) {
            least[i] = Math.min(least[i], least[i + 1]);
        }
        sorted = new boolean[ends.length];
    }

    /// Of a tensor, without what is not finite.
    static ValueSample of(TensorValues values) {
        return new ValueSample(finite(sample(values)));
    }

    /// Those that are not 0.
    ValueSample withoutZeros() {
        return new ValueSample(Arrays.stream(values).filter(x -> x != 0).toArray());
    }

    int size() {
        return values.length;
    }

    int buckets() {
        return ends.length;
    }

    /// How many values lie in the buckets before one; for their number, all.
    int before(int bucket) {
        return bucket == 0 ? 0 : ends[bucket - 1];
    }

    /// The smallest value of a bucket, or of those behind an empty one. For the number of buckets,
    /// the largest of all values.
    double least(int bucket) {
        return bucket == ends.length ? most : least[bucket];
    }

    /// A value by its place among all in ascending order.
    ///
    /// @param bucket that holds it
    double get(int bucket, int place) {
        if (!sorted[bucket]) {
            Arrays.sort(values, before(bucket), ends[bucket]);
            sorted[bucket] = true;
        }
        return values[place];
    }

    private static double[] sample(TensorValues values) {
        double[] sample = new double[(int) Math.min(MOST, values.count())];
        if (values.count() <= MOST) {
            values.read(0, sample.length, sample);
            return sample;
        }
        double[] run = new double[RUN];
        int runs = MOST / RUN;
        for (int i = 0; i < runs; i++) {
            values.read(placeOfRun(i, runs, values.count()), RUN, run);
            System.arraycopy(run, 0, sample, i * RUN, RUN);
        }
        return sample;
    }

    private static double[] finite(double[] sample) {
        for (double value : sample) {
            if (!Double.isFinite(value)) {
                return Arrays.stream(sample).filter(Double::isFinite).toArray();
            }
        }
        return sample;
    }

    private static long placeOfRun(int i, int runs, long count) {
        double part = (double) count / runs;
        long first = (long) (i * part);
        long room = (long) ((i + 1) * part) - first - RUN;
        return room <= 0 ? Math.min(first, count - RUN) : first + Math.floorMod(mix(i), room + 1);
    }

    /// The finalizer of SplitMix64 (Steele, Lea & Flood 2014).
    static long mix(long number) {
        long z = (number + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
