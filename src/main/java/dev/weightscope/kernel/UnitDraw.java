package dev.weightscope.kernel;

/// A law of unit scale to draw from; times a std or a limit it is the law of weights.
public sealed interface UnitDraw {
    /// U(−1, 1), both ends excluded: odd multiples of 2⁻²⁴, never 0.
    record Uniform() implements UnitDraw {}

    /// N(0, 1), within ±6.34.
    record Normal() implements UnitDraw {}

    /// N(0, 1) redrawn outside ±cut.
    ///
    /// @param cut in 0.001..10: less is the uniform law to rounding, more is the normal law
    record TruncatedNormal(double cut) implements UnitDraw {
        public TruncatedNormal {
            if (!(cut >= 0.001 && cut <= 10)) {
                throw new IllegalArgumentException("cut %s is outside 0.001..10".formatted(cut));
            }
        }
    }
}
