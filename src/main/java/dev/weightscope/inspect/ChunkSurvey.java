package dev.weightscope.inspect;

import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.PowerSums;

/// Surveys a chunk, by any number of threads at once.
///
/// Powers of distances are added up about a center, the mean of [#LOOKS] of the values, and turned
/// into those about the mean: as the center lies among the values, that costs no more than some
/// bits of a double. How the sums are taken is said by [PowerSums].
public final class ChunkSurvey {
    private static final int LOOKS = 64;

    private ChunkSurvey() {}

    /// @param values not modified
    /// @param count how many of them, from the first on: [TensorSurvey#CHUNK], or what is left of
    ///   the tensor
    /// @param at the place of the first in the tensor
    /// @param all how many values the tensor has, which decides how many are in the histogram
    public static TensorSurvey of(double[] values, int count, long at, long all) {
        return of(new DoubleChunk(values, count), at, all);
    }

    /// The same, bit for bit, of the same values in single precision.
    ///
    /// @param kernel whose loops are used, on the calling thread
    public static TensorSurvey of(Kernel kernel, float[] values, int count, long at, long all) {
        return of(new FloatChunk(kernel, values, count), at, all);
    }

    private static TensorSurvey of(Chunk chunk, long at, long all) {
        long number = at / TensorSurvey.CHUNK;
        int counted =
                Math.clamp(
                        TensorSurvey.COUNTED / Math.ceilDiv(all, TensorSurvey.CHUNK),
                        TensorSurvey.LEAST_COUNTED,
                        TensorSurvey.CHUNK);
        Chunk.Range range = chunk.range();
        if (range.isFinite()) {
            return of(chunk, range, number, counted, 0, 0);
        }
        Chunk finite = chunk.finite();
        int nan = 0;
        for (int i = 0; i < chunk.count(); i++) {
            nan += Double.isNaN(chunk.at(i)) ? 1 : 0;
        }
        int infinite = chunk.count() - finite.count() - nan;
        return of(finite, finite.range(), number, counted, infinite, nan);
    }

    private static TensorSurvey of(
            Chunk chunk, Chunk.Range range, long number, int counted, int infinite, int nan) {
        if (chunk.count() == 0) {
            return TensorSurvey.ofNone(infinite, nan);
        }
        double least = range.low() + 0.0; // of −0, 0
        double most = range.high() + 0.0;
        int exponent = DyadicHistogram.exponentFor(Math.max(-least, most));
        return new TensorSurvey(
                least == most ? new CentralMoments(chunk.count(), least, 0, 0, 0) : moments(chunk),
                bins(chunk, exponent, number, counted),
                range.hasZero() ? zeros(chunk) : 0,
                infinite,
                nan,
                least,
                most);
    }

    /// @param counted how many neighbours, or all where there are fewer
    private static DyadicHistogram bins(Chunk chunk, int exponent, long number, int counted) {
        int count = Math.min(counted, chunk.count());
        int room = chunk.count() - count;
        int from = (int) Math.floorMod(ValueSample.mix(number), room + 1L);
        long[] counts = new long[DyadicHistogram.BINS];
        for (int i = from; i < from + count; i++) {
            counts[DyadicHistogram.bin(exponent, chunk.at(i))]++;
        }
        return new DyadicHistogram(exponent, counts);
    }

    /// Powers of distances from a center as those from the mean.
    private static CentralMoments moments(Chunk chunk) {
        int count = chunk.count();
        double center = center(chunk);
        PowerSums sums = chunk.powers(center);
        double left = sums.first() / count;
        double square = left * left;
        double s2 = sums.second();
        double s3 = sums.third();
        return new CentralMoments(
                count,
                center + left,
                Math.max(0, s2 - count * square),
                s3 - 3 * left * s2 + 2 * count * left * square,
                sums.fourth() - 4 * left * s3 + 6 * square * s2 - 3 * count * square * square);
    }

    /// A number between the least and the largest of all values, if these are finite.
    private static double center(Chunk chunk) {
        int looks = Math.min(LOOKS, chunk.count());
        double mean = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < looks; i++) {
            double value = chunk.at((int) ((long) i * chunk.count() / looks));
            mean += value / looks;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return Math.max(least, Math.min(mean, most)); // rounding may have brought it out of them
    }

    private static long zeros(Chunk chunk) {
        int zeros = 0;
        for (int i = 0; i < chunk.count(); i++) {
            zeros += chunk.at(i) == 0 ? 1 : 0;
        }
        return zeros;
    }
}
