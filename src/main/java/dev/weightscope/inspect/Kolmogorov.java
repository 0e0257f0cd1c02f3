package dev.weightscope.inspect;

/// Kolmogorov's test of values against a law that is known, its scale included.
final class Kolmogorov {
    /// Parts of a sample that are looked at first.
    private static final int FIRST = 16;

    /// By how much a computed law may fall where the law itself grows.
    private static final double ROUNDING = 1e-12;

    private Kolmogorov() {}

    /// The largest difference between the share of values below a number and the law's; NaN of no
    /// values. As both grow, the law's values at the ends of some buckets say how much there can be
    /// between them: no closer look is taken at those that cannot have more than was found.
    ///
    /// @param sample equal values of which are one step
    static double distance(ValueSample sample, EntryLaw law) {
        if (sample.size() == 0) {
            return Double.NaN;
        }
        double[] below = new double[Math.min(FIRST, sample.buckets()) + 1];
        double largest = 0;
        for (int k = 0; k < below.length; k++) {
            below[k] = law.cdf(sample.least(first(k, below, sample)));
            largest = Math.max(largest, step(sample, first(k, below, sample), below[k]));
        }
        for (int k = 0; k + 1 < below.length; k++) {
            int from = first(k, below, sample);
            int to = first(k + 1, below, sample);
            largest = within(sample, law, from, to, below[k], below[k + 1], largest);
        }
        return largest;
    }

    private static int first(int k, double[] below, ValueSample sample) {
        return (int) ((long) k * sample.buckets() / (below.length - 1));
    }

    private static double step(ValueSample sample, int bucket, double below) {
        return step(Math.min(sample.before(bucket), sample.size() - 1), sample.size(), below);
    }

    /// @param from the first of some buckets
    /// @param to the one behind the last
    /// @param low the law's value at the least of their values
    /// @param high the law's value at the least behind them
    /// @return the largest difference there, or `largest` if that is more
    private static double within(
            ValueSample sample,
            EntryLaw law,
            int from,
            int to,
            double low,
            double high,
            double largest) {
        int n = sample.size();
        int start = sample.before(from);
        int end = sample.before(to);
        double most = Math.max(high - start / (double) n, end / (double) n - low);
        if (start == end || most + ROUNDING <= largest) {
            return largest;
        }
        if (to - from > 1) {
            int middle = (from + to) / 2;
            double below = law.cdf(sample.least(middle));
            double found = Math.max(largest, step(sample, middle, below));
            found = within(sample, law, from, middle, low, below, found);
            return within(sample, law, middle, to, below, high, found);
        }
        double found = largest;
        for (int i = start; i < end; i++) {
            found = Math.max(found, step(i, n, law.cdf(sample.get(from, i))));
        }
        return found;
    }

    private static double step(int i, int n, double below) {
        return Math.max(below - i / (double) n, (i + 1) / (double) n - below);
    }

    /// P(D ≥ distance) for n values of the law: Kolmogorov's limit at (√n + 0.12 + 0.11/√n)·D
    /// (Stephens 1970, J. R. Stat. Soc. B 32:115), from n = 5 on. Far in the tail it is within a
    /// factor of two from n = 50 on, and too large rather than too small for fewer.
    static double pValue(double distance, int n) {
        double root = Math.sqrt(n);
        return limit((root + 0.12 + 0.11 / root) * distance);
    }

    /// P(K ≥ t) = 2 Σ (−1)^(k−1) exp(−2k²t²); for small t by the other form of the theta function,
    /// 1 − √(2π)/t Σ exp(−(2k − 1)²π²/(8t²)) (Marsaglia, Tsang & Wang 2003, eq. 1).
    static double limit(double t) {
        if (t < 0.2) {
            return 1; // to 1e-12
        }
        if (t < 1) {
            double sum = 0;
            for (int k = 1; k <= 5; k++) {
                double odd = 2 * k - 1;
                sum += Math.exp(-odd * odd * Math.PI * Math.PI / (8 * t * t));
            }
            return Math.clamp(1 - Math.sqrt(2 * Math.PI) / t * sum, 0, 1);
        }
        double sum = 0;
        for (int k = 1; k <= 5; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * t * t);
        }
        return Math.clamp(sum, 0, 1);
    }
}
