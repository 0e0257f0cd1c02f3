package dev.weightscope.theory;

/// The map from the correlation c of two samples' pre-activations in one layer to the next layer's,
/// once their variance has settled: C(c) = (σ_w² · E φ(u)·φ(v) + σ_b²) / q* (Poole et al. 2016,
/// arXiv 1606.05340, eq. 5).
public final class CorrelationMap {
    private static final int STEPS = 200;
    private static final double COARSE_ACCURACY = 1e-4;

    /// Newton's steps begin farther from 1 than where they end.
    private static final double BEYOND = 1.1;

    private static final double ACCURACY = 1e-13;

    /// A step that is smaller, relative, and no longer shrinks is rounding.
    private static final double NEARLY = 1e-6;

    /// Of χ₁ where it is 1.
    static final double ROUNDING = 1e-13;

    private final VarianceMap map;
    private final double variance;
    private final double chi;
    private final PairQuadrature pairs;

    /// @param variance q*, a fixed point of the map; above 0 and finite
    public CorrelationMap(VarianceMap map, double variance) {
        if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no correlation at variance " + variance);
        }
        this.map = map;
        this.variance = variance;
        chi = map.chi(variance);
        pairs = PairQuadrature.fine(map.moments().activation(), variance);
    }

    /// C(c).
    ///
    /// @param correlation −1..1
    public double next(double correlation) {
        double product = pairs.at(1 - correlation).product();
        return (map.weightVariance() * product + map.biasVariance()) / variance;
    }

    /// dC/dc = χ(c) = σ_w² · E φ′(u)·φ′(v) (Schoenholz et al. 2017, arXiv 1611.01232, eq. 9).
    ///
    /// @param correlation −1..1
    public double slope(double correlation) {
        return map.weightVariance() * pairs.at(1 - correlation).slopeProduct();
    }

    /// Where correlations of all pairs of samples end: the stable fixed point c* and C′ there.
    ///
    /// C has only positive derivatives on 0..1 (its powers of c have the squares of the Hermite
    /// coefficients of φ before them) and C(1) = 1. So c* is 1 where C′(1) = χ₁ ≤ 1, and the one
    /// fixed point below 1 otherwise, which Newton's steps from 0 meet from below. They are taken
    /// in 1 − c, since 1 − C(c) = σ_w² · E (φ(u) − φ(v))² / (2q*) loses no digits near 1.
    public FixedCorrelation fixedPoint() {
        if (chi <= 1 + ROUNDING) {
            return new FixedCorrelation(1, chi);
        }
        PairQuadrature coarse = PairQuadrature.coarse(map.moments().activation(), variance);
        double near = newton(coarse, 1, COARSE_ACCURACY).distance();
        Step last = newton(pairs, near > 0 ? near : 1, ACCURACY);
        return new FixedCorrelation(1 - last.distance(), last.slope());
    }

    /// As [#fixedPoint], by a quadrature of a seventh of the work whose errors are below 1e-4 of
    /// C′.
    ///
    /// @param distance about 1 − c*
    FixedCorrelation nearFixedPoint(double distance) {
        PairQuadrature coarse = PairQuadrature.coarse(map.moments().activation(), variance);
        Step last = newton(coarse, Math.min(1, BEYOND * distance), COARSE_ACCURACY);
        return new FixedCorrelation(1 - last.distance(), last.slope());
    }

    /// @param distance 1 − c
    /// @param slope C′(c)
    private record Step(double distance, double slope) {}

    private Step newton(PairQuadrature quadrature, double start, double accuracy) {
        double distance = start;
        double slope = Double.NaN;
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            PairMoments moments = quadrature.at(distance);
            double next = map.weightVariance() * moments.squaredDifference() / (2 * variance);
            slope = map.weightVariance() * moments.slopeProduct();
            double step = (next - distance) / (slope - 1);
            // Steps shrink until rounding, which 1 / (1 − slope) multiplies, is all there is.
            boolean isRounding = Math.abs(step) > before / 2 && Math.abs(step) < NEARLY * distance;
            if (!(slope < 1) || Math.abs(step) < accuracy * distance || isRounding) {
                break;
            }
            before = Math.abs(step);
            distance = Math.min(1, distance - step);
        }
        return new Step(distance, slope);
    }

    /// A stable fixed point of the map.
    ///
    /// @param correlation c*
    /// @param slope C′(c*), by which a small difference of correlations is multiplied a layer
    public record FixedCorrelation(double correlation, double slope) {}
}
