package dev.weightscope.inspect;

/// Sums of powers of the distances from the mean.
///
/// @param count how many values; all finite
/// @param mean 0 where there is none
/// @param m2 Σ(x − mean)²
/// @param m3 Σ(x − mean)³
/// @param m4 Σ(x − mean)⁴
record CentralMoments(long count, double mean, double m2, double m3, double m4) {
    static final CentralMoments EMPTY = new CentralMoments(0, 0, 0, 0, 0);

    /// Those of both sets of values together: Pébay 2008, Formulas for robust, one-pass parallel
    /// computation of covariances and arbitrary-order statistical moments (SAND2008-6212), eq. 1.5,
    /// 2.1 and 3.1.
    CentralMoments merge(CentralMoments that) {
        if (count == 0 || that.count == 0) {
            return count == 0 ? that : this;
        }
        double a = count;
        double b = that.count;
        double n = a + b;
        double delta = that.mean - mean;
        double step = delta / n;
        double square = delta * step * a * b; // δ²·ab/n
        return new CentralMoments(
                count + that.count,
                mean + b * step,
                m2 + that.m2 + square,
                m3 + that.m3 + square * step * (a - b) + 3 * step * (a * that.m2 - b * m2),
                m4
                        + that.m4
                        + square * step * step * (a * a - a * b + b * b)
                        + 6 * step * step * (a * a * that.m2 + b * b * m2)
                        + 4 * step * (a * that.m3 - b * m3));
    }

    /// The mean of (x − mean)²; NaN of no value.
    double variance() {
        return m2 / count;
    }

    /// n·Σd⁴ / (Σd²)² − 3: 0 for a normal law, −1.2 for a uniform one; NaN where all are equal.
    double kurtosis() {
        return count * (m4 / m2) / m2 - 3;
    }
}
