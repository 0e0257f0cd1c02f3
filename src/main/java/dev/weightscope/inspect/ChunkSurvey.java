package dev.weightscope.inspect;

import java.util.Arrays;

/// Surveys chunks, one after the other, with arrays that it keeps: for one thread at a time.
///
/// Powers of distances are added up about a center, the mean of [#LOOKS] of the values, and turned
/// into those about the mean: as the center lies among the values, that costs no more than some
/// bits of a double. Each sum is taken in [#ROW] parts, of which part p has the values p, p + ROW,
/// p + 2·ROW, … of the chunk, two of them added first; then the second half of the parts is added
/// to the first one until one part is left.
///
/// Rows are copied to arrays of their own since the JIT compiler makes vectors only of loops that
/// read and write at one and the same index.
public final class ChunkSurvey {
    private static final int ROW = 256;
    private static final int LOOKS = 64;

    private final double[] one = new double[ROW];
    private final double[] two = new double[ROW];
    private final double[] low = new double[ROW];
    private final double[] high = new double[ROW];
    private final double[] nearest = new double[ROW];
    private final double[][] sums = new double[4][ROW];
    private final int[] bins = new int[ROW];
    private final int[][] counts = new int[4][DyadicHistogram.BINS];

    /// @param values not modified
    /// @param count how many of them, from the first on: [TensorSurvey#CHUNK], or what is left of
    ///   the tensor
    public TensorSurvey of(double[] values, int count) {
        addUp(values, count);
        double least = low[0];
        double most = high[0];
        if (Double.isFinite(least) && Double.isFinite(most)) {
            return survey(values, count, 0, 0);
        }
        double[] finite = Arrays.stream(values, 0, count).filter(Double::isFinite).toArray();
        long nan = Arrays.stream(values, 0, count).filter(Double::isNaN).count();
        addUp(finite, finite.length);
        return survey(finite, finite.length, count - finite.length - nan, nan);
    }

    private TensorSurvey survey(double[] values, int count, long infinite, long nan) {
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
        double least = low[0] + 0.0; // of −0, 0
        double most = high[0] + 0.0;
        return new TensorSurvey(
                least == most
                        ? new CentralMoments(count, least, 0, 0, 0)
                        : moments(center(values, count), count),
                histogram(values, count, Math.max(-least, most)),
                nearest[0] == 0 ? zeros(values, count) : 0,
                infinite,
                nan,
                least,
                most);
    }

    /// A number between the least and the largest of all values, if these are finite.
    private static double center(double[] values, int count) {
        int looks = Math.min(LOOKS, count);
        double mean = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < looks; i++) {
            double value = values[(int) ((long) i * count / looks)];
            mean += value / looks;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return Math.max(least, Math.min(mean, most)); // rounding may have brought it out of them
    }

    /// Leaves the bounds, the least magnitude and the sums of powers in the first element of each
    /// array.
    private void addUp(double[] values, int count) {
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        double center = center(values, count);
        for (int at = 0; at < count; at += 2 * ROW) {
            copy(values, at, count, center, one);
            copy(values, at + ROW, count, center, two);
            addBounds(one, two, low, high);
            addLeast(one, two, nearest);
            addPowers(one, two, center, sums[0], sums[1], sums[2], sums[3]);
        }
        for (int half = ROW / 2; half > 0; half /= 2) {
            for (int j = 0; j < half; j++) {
                low[j] = Math.min(low[j], low[j + half]);
                high[j] = Math.max(high[j], high[j + half]);
                nearest[j] = Math.min(nearest[j], nearest[j + half]);
                for (double[] sum : sums) {
                    sum[j] += sum[j + half];
                }
            }
        }
    }

    /// Behind the last value stands the center, which adds nothing.
    private static void copy(double[] values, int at, int count, double center, double[] row) {
        int some = Math.clamp(count - at, 0, ROW);
        System.arraycopy(values, Math.min(at, count), row, 0, some);
        Arrays.fill(row, some, ROW, center);
    }

    private static void addBounds(double[] one, double[] two, double[] low, double[] high) {
        for (int j = 0; j < ROW; j++) {
            low[j] = Math.min(low[j], Math.min(one[j], two[j]));
            high[j] = Math.max(high[j], Math.max(one[j], two[j]));
        }
    }

    private static void addLeast(double[] one, double[] two, double[] nearest) {
        for (int j = 0; j < ROW; j++) {
            nearest[j] = Math.min(nearest[j], Math.min(Math.abs(one[j]), Math.abs(two[j])));
        }
    }

    private static void addPowers(
            double[] one,
            double[] two,
            double center,
            double[] firsts,
            double[] squares,
            double[] cubes,
            double[] fourths) {
        for (int j = 0; j < ROW; j++) {
            double a = one[j] - center;
            double b = two[j] - center;
            double aa = a * a;
            double bb = b * b;
            firsts[j] += a + b;
            squares[j] += aa + bb;
            cubes[j] += a * aa + b * bb;
            fourths[j] += aa * aa + bb * bb;
        }
    }

    /// Powers of distances from the center as those from the mean.
    private CentralMoments moments(double center, int count) {
        double left = sums[0][0] / count;
        double square = left * left;
        double s2 = sums[1][0];
        double s3 = sums[2][0];
        return new CentralMoments(
                count,
                center + left,
                Math.max(0, s2 - count * square),
                s3 - 3 * left * s2 + 2 * count * left * square,
                sums[3][0] - 4 * left * s3 + 6 * square * s2 - 3 * count * square * square);
    }

    private static long zeros(double[] values, int count) {
        int zeros = 0;
        for (int i = 0; i < count; i++) {
            zeros += values[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /// Neighbours are counted by different counters, which need not wait for each other.
    private DyadicHistogram histogram(double[] values, int count, double largest) {
        int exponent = DyadicHistogram.exponentFor(largest);
        double perUnit = DyadicHistogram.binsPerUnit(exponent);
        for (int[] each : counts) {
            Arrays.fill(each, 0);
        }
        for (int at = 0; at < count; at += ROW) {
            int some = Math.min(ROW, count - at);
            findBins(values, at, some, perUnit);
            int whole = some & -4;
            for (int i = 0; i < whole; i += 4) {
                counts[0][bins[i]]++;
                counts[1][bins[i + 1]]++;
                counts[2][bins[i + 2]]++;
                counts[3][bins[i + 3]]++;
            }
            for (int i = whole; i < some; i++) {
                counts[0][bins[i]]++;
            }
        }
        long[] all = new long[DyadicHistogram.BINS];
        for (int bin = 0; bin < all.length; bin++) {
            all[bin] = (long) counts[0][bin] + counts[1][bin] + counts[2][bin] + counts[3][bin];
        }
        return new DyadicHistogram(exponent, all);
    }

    private void findBins(double[] values, int at, int some, double perUnit) {
        double half = DyadicHistogram.BINS / 2.0;
        int[] found = bins;
        for (int i = 0; i < some; i++) {
            found[i] = (int) (values[at + i] * perUnit + half);
        }
    }
}
