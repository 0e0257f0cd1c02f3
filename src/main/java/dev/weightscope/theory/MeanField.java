package dev.weightscope.theory;

/// What becomes of a signal, of two samples and of a gradient in ever deeper networks of one σ_w²
/// and σ_b² (Schoenholz et al. 2017, arXiv 1611.01232).
///
/// A depth scale ξ says that what it belongs to falls by e in ξ layers; it is infinite at
/// criticality.
///
/// @param weightVariance σ_w²
/// @param biasVariance σ_b²
/// @param variance q*, where the variance of pre-activations ends: 0, a number or infinity
/// @param chi χ₁ = σ_w² · E φ′² at q*, the limit where that is 0 or infinite
/// @param correlation c*, where the correlation of two samples ends; NaN where q* is 0 or infinite
/// @param correlationSlope C′(c*); χ₁ where q* is 0, NaN where it is infinite
/// @param varianceScale ξ_q = −1 / ln V′(q*); NaN where q* is infinite
/// @param correlationScale ξ_c = −1 / ln C′(c*); NaN where q* is infinite
/// @param gradientScale ξ_∇ = −1 / ln χ₁: a gradient's second moment falls by e in so many layers
///   where it is positive, grows by e where it is negative
/// @param phase by χ₁
public record MeanField(
        double weightVariance,
        double biasVariance,
        double variance,
        double chi,
        double correlation,
        double correlationSlope,
        double varianceScale,
        double correlationScale,
        double gradientScale,
        Phase phase) {
    /// @param start the variance of the first layer's pre-activations, above 0: of two fixed points
    ///   it decides which one is met
    public static MeanField of(VarianceMap map, double start) {
        double variance = map.fixedPoint(start);
        double chi = map.chi(variance);
        boolean settles = variance > 0 && variance < Double.POSITIVE_INFINITY;
        double correlation = Double.NaN;
        double correlationSlope = variance == 0 ? chi : Double.NaN;
        if (settles) {
            CorrelationMap.FixedCorrelation fixed = new CorrelationMap(map, variance).fixedPoint();
            correlation = fixed.correlation();
            correlationSlope = fixed.slope();
        }
        return new MeanField(
                map.weightVariance(),
                map.biasVariance(),
                variance,
                chi,
                correlation,
                correlationSlope,
                variance == Double.POSITIVE_INFINITY ? Double.NaN : scale(map.slope(variance)),
                scale(correlationSlope),
                scale(chi),
                Phase.of(chi));
    }

    /// c*; where q* is 0 the limit of ever smaller signals: 1 is a fixed point whatever q is, and
    /// the one that is met where χ₁ ≤ 1. NaN where χ₁ is above 1 and q* is 0, and where q* is
    /// infinite.
    public double limitingCorrelation() {
        return variance == 0 && phase != Phase.CHAOTIC ? 1 : correlation;
    }

    /// Rounding may leave a factor of 1 a hair beside it.
    static double scale(double factor) {
        return Math.abs(factor - 1) < 1e-13 ? Double.POSITIVE_INFINITY : -1 / Math.log(factor);
    }
}
