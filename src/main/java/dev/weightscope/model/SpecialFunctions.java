package dev.weightscope.model;

/// The functions of the normal distribution in double precision: the reference that formulas and
/// float kernels are held to.
public final class SpecialFunctions {
    private static final double TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);

    private SpecialFunctions() {}

    /// erf(x) = 2/√π ∫₀ˣ e^(−t²) dt, to a few ulp.
    ///
    /// Below 3 the series of Abramowitz & Stegun 7.1.6, whose terms all have one sign; above, 1 −
    /// erfc(x).
    public static double erf(double x) {
        double magnitude = Math.abs(x);
        if (magnitude >= 3) {
            return Math.copySign(1 - erfc(magnitude), x);
        }
        double term = magnitude;
        double sum = magnitude;
        for (int n = 1; term > sum * 1e-18; n++) {
            term *= 2 * magnitude * magnitude / (2 * n + 1);
            sum += term;
        }
        return Double.isNaN(x)
                ? x
                : Math.copySign(TWO_OVER_SQRT_PI * Math.exp(-magnitude * magnitude) * sum, x);
    }

    /// erfc(x) = 1 − erf(x) without cancellation in the right tail: the continued fraction of
    /// Abramowitz & Stegun 7.1.14, evaluated from the far end.
    public static double erfc(double x) {
        if (x < 2) {
            return 1 - erf(x);
        }
        double fraction = x;
        for (int k = 120; k >= 1; k--) {
            fraction = x + 0.5 * k / fraction;
        }
        return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
    }

    /// φ(x), the density of the standard normal distribution.
    public static double normalDensity(double x) {
        return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }

    /// Φ(x), the cumulative distribution of the standard normal distribution.
    public static double normalCdf(double x) {
        return 0.5 * erfc(-x / Math.sqrt(2));
    }

    /// ln(1 + eˣ) without overflow for large x.
    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    static double sigmoid(double x) {
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }
}
