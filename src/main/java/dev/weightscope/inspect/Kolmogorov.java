package dev.weightscope.inspect;

/// Kolmogorov's test of values against a law that is known, its scale included.
final class Kolmogorov {
    private static final int STRIDE = 64;

    /// By how much a computed law may fall where the law itself grows.
    private static final double ROUNDING = 1e-12;

    private Kolmogorov() {}

    /// The largest difference between the share of values below a number and the law's; NaN of no
    /// values. As both grow, the law is asked at every [#STRIDE]th value, and in between only where
    /// its values at the ends leave room for more than has been found.
    ///
    /// @param sorted ascending, finite; equal ones are one step
    static double distance(double[] sorted, EntryLaw law) {
        int n = sorted.length;
        if (n == 0) {
            return Double.NaN;
        }
        double[] ends = new double[(n - 1) / STRIDE + 2];
        double largest = 0;
        for (int k = 0; k < ends.length; k++) {
            int i = Math.min(k * STRIDE, n - 1);
            ends[k] = law.cdf(sorted[i]);
            largest = Math.max(largest, step(i, n, ends[k]));
        }
        for (int k = 0; k + 1 < ends.length; k++) {
            int from = k * STRIDE;
            int to = Math.min(from + STRIDE, n);
            double most = Math.max(ends[k + 1] - from / (double) n, to / (double) n - ends[k]);
            if (most + ROUNDING > largest) {
                for (int i = from + 1; i < to; i++) {
                    largest = Math.max(largest, step(i, n, law.cdf(sorted[i])));
                }
            }
        }
        return largest;
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
