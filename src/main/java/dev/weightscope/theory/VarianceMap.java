package dev.weightscope.theory;

/// The map from the variance q of one layer's pre-activations to the next one's: V(q) = σ_w² · E
/// φ(√q·z)² + σ_b², z ~ N(0, 1) (Poole et al. 2016, arXiv 1606.05340, eq. 3).
///
/// @param moments of the activation φ
/// @param weightVariance σ_w² = fan_in·Var(W)
/// @param biasVariance σ_b²
public record VarianceMap(ActivationMoments moments, double weightVariance, double biasVariance) {
    /// Factors by which a search for a fixed point walks: small where activations bend.
    private static final double SHORT_STEP = 1.1;

    private static final double LONG_STEP = 4;
    private static final double BENT_FROM = 1e-4;
    private static final double BENT_TO = 1e4;

    /// Beyond these an activation is what it is at its ends.
    static final double NEAR_ZERO = 1e-8;

    static final double FAR = 1e8;

    /// No fixed point is sought beyond.
    private static final double SMALLEST = 1e-30;

    private static final double LARGEST = 1e60;

    /// Relative; what rounding leaves open.
    static final double SAME = 4e-14;

    /// V(q).
    public double next(double variance) {
        return weightVariance * moments.at(variance).second() + biasVariance;
    }

    /// χ(q) = σ_w² · E φ′(√q·z)², by which a layer multiplies the second moment of a gradient
    /// (Schoenholz et al. 2017, arXiv 1611.01232, eq. 5 and 9).
    public double chi(double variance) {
        return weightVariance * moments.at(variance).slopeSecond();
    }

    /// dV/dq; for a smooth activation that is χ + σ_w² · E[φ·φ″] (Schoenholz et al. 2017, eq. 6).
    public double slope(double variance) {
        return weightVariance * moments.at(variance).secondByVariance();
    }

    /// Where q ends that starts at `start` and goes through ever more layers: 0, a number or
    /// infinity. V increases with q, so that is the nearest fixed point in the direction of the
    /// first step.
    ///
    /// @param start above 0
    public double fixedPoint(double start) {
        double change = excess(start);
        if (Double.isNaN(change)) {
            return Double.NaN;
        }
        if (change == 0) {
            return driftsFrom(start) ? Double.POSITIVE_INFINITY : start;
        }
        return change > 0 ? above(start) : below(start);
    }

    /// Whether q grows without end from where it stays the same to all digits: V is a straight line
    /// of slope 1 there, as that of linear at σ_w² = 1, and biases add to it layer by layer.
    boolean driftsFrom(double variance) {
        return biasVariance > 0 && growsWithoutEnd() && slope(variance) >= 1 - SAME;
    }

    private boolean growsWithoutEnd() {
        return slope(Double.POSITIVE_INFINITY) >= 1 - SAME;
    }

    private double above(double start) {
        boolean growsWithoutEnd = growsWithoutEnd();
        for (double from = start; from < (growsWithoutEnd ? FAR : LARGEST); ) {
            double to = from * step(from);
            double excess = excess(to);
            // Far away, V(q) may be q to all digits and yet larger.
            if (excess == 0 && !growsWithoutEnd) {
                return to;
            }
            if (excess < 0) {
                return root(from, to);
            }
            from = to;
        }
        return Double.POSITIVE_INFINITY;
    }

    private double below(double start) {
        boolean vanishes = next(0) == 0 && slope(0) <= 1 + SAME;
        for (double from = start; from > (vanishes ? NEAR_ZERO : SMALLEST); ) {
            double to = from / step(from);
            double excess = excess(to);
            // Near 0, V(q) may be q to all digits and yet smaller.
            if (excess == 0 && !(vanishes && to < BENT_FROM)) {
                return to;
            }
            if (excess > 0) {
                return root(to, from);
            }
            from = to;
        }
        return 0;
    }

    private static double step(double q) {
        return q > BENT_FROM && q < BENT_TO ? SHORT_STEP : LONG_STEP;
    }

    /// V(q) / q − 1, 0 where it is too small to tell.
    private double excess(double variance) {
        double excess = next(variance) / variance - 1;
        return Math.abs(excess) < SAME ? 0 : excess;
    }

    /// The zero of V(q) − q, positive at `low` and negative at `high`: Newton's steps, and halving
    /// where they lead out.
    private double root(double low, double high) {
        double below = low;
        double above = high;
        double q = (low + high) / 2;
        for (int i = 0; i < 200 && above - below > 1e-16 * above; i++) {
            double difference = next(q) - q;
            if (difference == 0) {
                return q;
            }
            if (difference > 0) {
                below = q;
            } else {
                above = q;
            }
            double newton = q - difference / (slope(q) - 1);
            double moved = newton > below && newton < above ? newton : (below + above) / 2;
            if (Math.abs(moved - q) <= 1e-16 * q) {
                return moved;
            }
            q = moved;
        }
        return q;
    }
}
