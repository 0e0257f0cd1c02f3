package dev.weightscope.inspect;

/// The survey of one chunk, in three passes: sum and bounds, powers of the distances from the mean,
/// and counts by bin. The mean found is corrected by the mean distance from it, so that distances
/// add up to 0.
///
/// Every sum is taken in four parts, of every fourth value, so that an addition need not wait for
/// the one before it.
final class ChunkSurvey {
    private final double[] values;
    private final int count;
    private long infinite;
    private long nan;
    private final double sum;
    private double min;
    private double max;
    private long zeros;

    ChunkSurvey(double[] values, int count) {
        double[] kept = values;
        int n = count;
        double all = sum(values, count);
        if (!Double.isFinite(all)) {
            kept = new double[count];
            n = 0;
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
        }
        this.values = kept;
        this.count = n;
        this.sum = Double.isFinite(all) ? all : sum(kept, n);
    }

    private static double sum(double[] values, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int whole = count & -4;
        for (int i = 0; i < whole; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (int i = whole; i < count; i++) {
            a += values[i];
        }
        return a + b + (c + d);
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
        findBounds();
        return new TensorSurvey(
                min == max ? new CentralMoments(count, min, 0, 0, 0) : moments(sum / count),
                histogram(Math.max(-min, max)),
                zeros,
                infinite,
                nan,
                min,
                max);
    }

    private void findBounds() {
        double low = values[0];
        double high = values[0];
        int equalZero = 0;
        for (int i = 0; i < count; i++) {
            double x = values[i];
            if (x < low) {
                low = x;
            }
            if (x > high) {
                high = x;
            }
            equalZero += x == 0 ? 1 : 0;
        }
        min = low + 0.0; // of −0, 0
        max = high + 0.0;
        zeros = equalZero;
    }

    private CentralMoments moments(double center) {
        int whole = count & -4;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double a4 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        double b4 = 0;
        double c1 = 0;
        double c2 = 0;
        double c3 = 0;
        double c4 = 0;
        double d1 = 0;
        double d2 = 0;
        double d3 = 0;
        double d4 = 0;
        for (int i = 0; i < whole; i += 4) {
            double a = values[i] - center;
            double b = values[i + 1] - center;
            double c = values[i + 2] - center;
            double d = values[i + 3] - center;
            double aa = a * a;
            double bb = b * b;
            double cc = c * c;
            double dd = d * d;
            a1 += a;
            b1 += b;
            c1 += c;
            d1 += d;
            a2 += aa;
            b2 += bb;
            c2 += cc;
            d2 += dd;
            a3 += a * aa;
            b3 += b * bb;
            c3 += c * cc;
            d3 += d * dd;
            a4 += aa * aa;
            b4 += bb * bb;
            c4 += cc * cc;
            d4 += dd * dd;
        }
        for (int i = whole; i < count; i++) {
            double a = values[i] - center;
            a1 += a;
            a2 += a * a;
            a3 += a * (a * a);
            a4 += a * a * (a * a);
        }
        double s1 = a1 + b1 + (c1 + d1);
        double s2 = a2 + b2 + (c2 + d2);
        double s3 = a3 + b3 + (c3 + d3);
        double s4 = a4 + b4 + (c4 + d4);
        double left = s1 / count; // what rounding has left of the mean
        return new CentralMoments(
                count,
                center + left,
                Math.max(0, s2 - count * left * left),
                s3 - 3 * left * s2,
                s4 - 4 * left * s3);
    }

    /// Neighbours are counted by different counters, which need not wait for each other.
    private DyadicHistogram histogram(double largest) {
        int exponent = DyadicHistogram.exponentFor(largest);
        double perUnit = DyadicHistogram.binsPerUnit(exponent);
        int bins = DyadicHistogram.BINS;
        double half = bins / 2.0;
        int[] first = new int[bins];
        int[] second = new int[bins];
        int[] third = new int[bins];
        int[] fourth = new int[bins];
        int whole = count & -4;
        for (int i = 0; i < whole; i += 4) {
            first[(int) (values[i] * perUnit + half)]++;
            second[(int) (values[i + 1] * perUnit + half)]++;
            third[(int) (values[i + 2] * perUnit + half)]++;
            fourth[(int) (values[i + 3] * perUnit + half)]++;
        }
        for (int i = whole; i < count; i++) {
            first[(int) (values[i] * perUnit + half)]++;
        }
        long[] counts = new long[bins];
        for (int i = 0; i < bins; i++) {
            counts[i] = (long) first[i] + second[i] + third[i] + fourth[i];
        }
        return new DyadicHistogram(exponent, counts);
    }
}
