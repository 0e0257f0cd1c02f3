package dev.weightscope.theory;

/// [CorrelationSlopes] as a power series in c: Σ a_k·cᵏ with the squares a_k of the Hermite
/// coefficients of φ′ (Mehler 1866; used of networks by Daniely et al. 2016, arXiv 1602.05897), the
/// first of them one by one and all others together ([PowerTail]).
///
/// Immutable.
final class SlopeSeries implements CorrelationSlopes {
    private final double[] powers;
    private final double[] means;
    private final PowerTail tail;

    /// @param numbers as [SlopeCoefficients] has them; not to be modified
    /// @param jumps whether φ′ does
    SlopeSeries(double[] numbers, boolean jumps) {
        powers = numbers;
        // Σ a_k (1 − cᵏ⁺¹) / ((k+1)(1 − c)) as a series in c.
        means = new double[SlopeCoefficients.TERMS];
        double sum = 0;
        for (int k = SlopeCoefficients.TERMS - 1; k >= 0; k--) {
            sum += powers[k] / (k + 1);
            means[k] = sum;
        }
        tail =
                new PowerTail(
                        Math.max(0, powers[SlopeCoefficients.TERMS]),
                        Math.max(0, powers[SlopeCoefficients.TERMS + 1]),
                        jumps);
    }

    @Override
    public At at(double distance) {
        double c = 1 - distance;
        double there = 0;
        double mean = 0;
        for (int k = SlopeCoefficients.TERMS - 1; k >= 0; k--) {
            there = there * c + powers[k];
            mean = mean * c + means[k];
        }
        At rest = tail.at(distance);
        return new At(there + rest.there(), mean + rest.mean(), rest.guessed());
    }
}
