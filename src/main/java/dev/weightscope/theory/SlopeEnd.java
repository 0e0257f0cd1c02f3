package dev.weightscope.theory;

/// C′(c*) where χ₁ > 1, how much of it follows from a law alone, and 1 − c*.
record SlopeEnd(double slope, double guessed, double distance) {
    private static final int STEPS = 60;
    private static final double ACCURACY = 1e-12;

    /// Where the mean of C′ from c to 1 is 1, C(c) is c. It grows with c, and is looked for in
    /// √(1−c), in which it changes evenly also beside 1, where φ has kinks: by Newton's steps, and
    /// halving where they lead out.
    static SlopeEnd of(CorrelationSlopes slopes, double weightVariance) {
        double low = 0;
        double high = 1;
        double root = 0.5;
        for (int i = 0; i < STEPS; i++) {
            CorrelationSlopes.At at = slopes.at(root * root);
            double excess = weightVariance * at.mean() - 1;
            double fall = weightVariance * (at.mean() - at.there());
            if (excess > 0) {
                low = root;
            } else {
                high = root;
            }
            double newton = root + excess * root / (2 * fall);
            double next = newton > low && newton < high ? newton : (low + high) / 2;
            if (Math.abs(next - root) < ACCURACY * root) {
                return new SlopeEnd(1 + excess - fall, weightVariance * at.guessed(), root * root);
            }
            root = next;
        }
        CorrelationSlopes.At at = slopes.at(root * root);
        return new SlopeEnd(
                1 - weightVariance * (at.mean() - at.there()),
                weightVariance * at.guessed(),
                root * root);
    }
}
