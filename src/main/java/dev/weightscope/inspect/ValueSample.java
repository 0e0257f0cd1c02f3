package dev.weightscope.inspect;

import java.util.Arrays;

/// Values that a tensor is judged by where all of them are too many: up to [#MOST] all; of more, so
/// many, in runs of [#RUN] neighbours, one run from each of as many equal parts of the tensor, at a
/// place that a hash of the part's number decides. The same values whoever asks, and no regular
/// step that could coincide with a row.
final class ValueSample {
    static final int MOST = 1 << 20;
    static final int RUN = 64;

    private ValueSample() {}

    /// @return ascending, without what is not finite
    static double[] sorted(TensorValues values) {
        double[] sample = new double[(int) Math.min(MOST, values.count())];
        if (values.count() <= MOST) {
            values.read(0, sample.length, sample);
        } else {
            double[] run = new double[RUN];
            int runs = MOST / RUN;
            for (int i = 0; i < runs; i++) {
                values.read(placeOfRun(i, runs, values.count()), RUN, run);
                System.arraycopy(run, 0, sample, i * RUN, RUN);
            }
        }
        Arrays.sort(sample); // −∞ first, then numbers, ∞ and NaN last
        int from = 0;
        int to = sample.length;
        while (from < to && sample[from] == Double.NEGATIVE_INFINITY) {
            from++;
        }
        while (from < to && !(sample[to - 1] < Double.POSITIVE_INFINITY)) {
            to--;
        }
        return from == 0 && to == sample.length ? sample : Arrays.copyOfRange(sample, from, to);
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
