package dev.weightscope.theory;

/// How a wide and deep network treats two samples that differ (Poole et al. 2016, arXiv
/// 1606.05340).
public enum Phase {
    /// χ₁ < 1: samples become alike, gradients vanish.
    ORDERED,
    /// χ₁ = 1: both last as deep as can be.
    CRITICAL,
    /// χ₁ > 1: samples that are nearly alike part, gradients explode.
    CHAOTIC;

    private static final double ROUNDING = 1e-9;

    static Phase of(double chi) {
        if (Math.abs(chi - 1) <= ROUNDING) {
            return CRITICAL;
        }
        return chi < 1 ? ORDERED : CHAOTIC;
    }
}
