package dev.weightscope.inspect;

import java.util.Arrays;

/// Values that a tensor is judged by where all of them are too many: up to [#MOST] all; of more, so
/// many, in runs of [#RUN] neighbours, one run from each of as many equal parts of the tensor, at a
/// place that a hash of the part's number decides. The same values whoever asks, and no regular
/// step that could coincide with a row.
final class ValueSample {
    static final int MOST = 1 << 16;
    static final int RUN = 64;

    /// Values of a bucket, on average, and the most that are sorted by insertion.
    private static final int BUCKET = 2;

    private static final int FEW = 16;

    private ValueSample() {}

    /// @return ascending, without what is not finite
    static double[] sorted(TensorValues values) {
        return sorted(finite(sample(values)));
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

    /// By buckets of equal width, each of which is sorted by itself: a tenth of the time that
    /// sorting all values takes, where they are spread as weights are.
    private static double[] sorted(double[] sample) {
        int n = sample.length;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : sample) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        int buckets = Math.max(1, n / BUCKET);
        double perUnit = (buckets - 1) / (high - low);
        if (!(perUnit < Double.POSITIVE_INFINITY && high - low < Double.POSITIVE_INFINITY)) {
            Arrays.sort(sample);
            return sample;
        }
        int[] end = new int[buckets];
        int[] bucket = new int[n];
        for (int i = 0; i < n; i++) {
            bucket[i] = (int) ((sample[i] - low) * perUnit);
            end[bucket[i]]++;
        }
        for (int i = 1; i < buckets; i++) {
            end[i] += end[i - 1];
        }
        double[] sorted = new double[n];
        int[] place = end.clone();
        for (int i = 0; i < n; i++) {
            sorted[--place[bucket[i]]] = sample[i];
        }
        for (int i = 0; i < buckets; i++) {
            if (end[i] - place[i] > FEW) {
                Arrays.sort(sorted, place[i], end[i]);
            }
        }
        insert(sorted);
        return sorted;
    }

    /// Sorts what is nearly sorted.
    private static void insert(double[] values) {
        for (int i = 1; i < values.length; i++) {
            double value = values[i];
            int at = i;
            while (at > 0 && values[at - 1] > value) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = value;
        }
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
