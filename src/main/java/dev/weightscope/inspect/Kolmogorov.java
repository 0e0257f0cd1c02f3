package dev.weightscope.inspect;

/// Kolmogorov's test of values against a law that is known, its scale included.
final class Kolmogorov {
    private Kolmogorov() {}

    /// The largest difference between the share of values below a number and the law's; NaN of no
    /// values.
    ///
    /// @param sorted ascending, finite; equal ones are one step
    static double distance(double[] sorted, EntryLaw law) {
        return distance(sorted, law, sorted.length);
    }

    /// As above, but looking at no more than so many of the values, evenly spaced among them: at
    /// most 1/looks less.
    static double distance(double[] sorted, EntryLaw law, int looks) {
        int n = sorted.length;
        if (n == 0) {
            return Double.NaN;
        }
        int steps = Math.min(n, looks);
        double largest = 0;
        for (int step = 0; step < steps; step++) {
            int i = (int) ((long) step * n / steps);
            double below = law.cdf(sorted[i]);
            largest =
                    Math.max(
                            largest,
                            Math.max(below - i / (double) n, (i + 1) / (double) n - below));
        }
        return largest;
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
