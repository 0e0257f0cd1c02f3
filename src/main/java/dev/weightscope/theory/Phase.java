package dev.weightscope.theory;

import dev.weightscope.model.Keyed;

/// How a wide and deep network treats two samples that differ (Poole et al. 2016, arXiv
/// 1606.05340).
public enum Phase implements Keyed {
    /// χ₁ < 1: samples become alike, gradients vanish.
    ORDERED("ordered", "Ordered"),
    /// χ₁ = 1: both last as deep as can be.
    CRITICAL("critical", "Critical"),
    /// χ₁ > 1: samples that are nearly alike part, gradients explode.
    CHAOTIC("chaotic", "Chaotic");

    private static final double ROUNDING = 1e-9;

    private final String key;
    private final String label;

    Phase(String key, String label) {
        this.key = key;
        this.label = label;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    static Phase of(double chi) {
        if (Math.abs(chi - 1) <= ROUNDING) {
            return CRITICAL;
        }
        return chi < 1 ? ORDERED : CHAOTIC;
    }
}
