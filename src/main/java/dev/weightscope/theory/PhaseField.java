package dev.weightscope.theory;

import dev.weightscope.model.Activation;

/// Where signals end at many (σ_w², σ_b²) of one activation: what [MeanField] says of one, in a
/// hundredth of its time.
///
/// Moments at variances that lie close are found once. A fixed point is looked for among those, as
/// [VarianceMap#fixedPoint] does from a variance of 1, found between two of them by interpolation,
/// and mended by one of Newton's steps with the moments there: relative errors are below 1e-9 but
/// for points where V′(q*) is 1. ξ_c needs C′(c*) alone, and that follows from C′ at this variance
/// whatever σ_w² and σ_b² led to it, which is a series in c ([SlopeSeries]), interpolated between
/// the variances where it is known: errors are mostly below 1e-5 of ξ_c. Where the law of the
/// powers that are taken together could change ξ_c by more than a thousandth, as beside the
/// critical line of activations with kinks, it is found by a quadrature whose errors are below 1e-4
/// of C′.
///
/// Safe to share between threads; no number depends on what was asked before.
public final class PhaseField {
    /// What the search begins with: of two fixed points it decides which one is met.
    public static final double START = 1;

    private static final double STEPS_PER_E = 32;

    /// Of ln q.
    private static final int REACH = 42;

    private static final int MIDDLE = (int) (REACH * STEPS_PER_E);

    /// What may be left open of 1 − C′(c*) by powers that are taken together.
    private static final double TOLERANCE = 2e-3;

    private final ActivationMoments moments;
    private final SlopeField slopes;
    private final double[] variances = new double[2 * MIDDLE + 1];

    /// E φ² at each of the variances, and its change with ln q.
    private final double[] seconds = new double[variances.length];

    private final double[] changes = new double[variances.length];
    private final double secondAtZero;
    private final double slopeAtZero;
    private final double slopeAtInfinity;

    private PhaseField(Activation activation) {
        moments = ActivationMoments.of(activation);
        slopes = new SlopeField(moments);
        for (int i = 0; i < variances.length; i++) {
            variances[i] = START * Math.exp((i - MIDDLE) / STEPS_PER_E);
            Moments there = moments.at(variances[i]);
            seconds[i] = there.second();
            changes[i] = there.secondByVariance() * variances[i];
        }
        Moments zero = moments.at(0);
        secondAtZero = zero.second();
        slopeAtZero = zero.secondByVariance();
        slopeAtInfinity = moments.at(Double.POSITIVE_INFINITY).secondByVariance();
    }

    public static PhaseField of(Activation activation) {
        return new PhaseField(activation);
    }

    public ActivationMoments moments() {
        return moments;
    }

    /// A point of the plane.
    ///
    /// @param variance q*
    /// @param chi χ₁
    public record Point(double variance, double chi) {}

    /// q* and χ₁, as [MeanField] has them.
    ///
    /// @param weightVariance σ_w² ≥ 0
    /// @param biasVariance σ_b² ≥ 0
    public Point at(double weightVariance, double biasVariance) {
        VarianceMap map = new VarianceMap(moments, weightVariance, biasVariance);
        double near = near(map);
        if (near == 0 || near == Double.POSITIVE_INFINITY) {
            return new Point(near, map.chi(near));
        }
        Moments there = moments.at(near);
        double excess = weightVariance * there.second() + biasVariance - near;
        double slope = weightVariance * there.secondByVariance();
        double moved = near - excess / (slope - 1);
        // Where V touches the diagonal its steps lead nowhere.
        boolean isNear = Math.abs(moved - near) < 1e-3 * near;
        return new Point(isNear ? moved : near, weightVariance * there.slopeSecond());
    }

    /// The fixed point to the accuracy of interpolation.
    private double near(VarianceMap map) {
        double w = map.weightVariance();
        double b = map.biasVariance();
        int place = MIDDLE;
        double start = excess(place, w, b);
        if (start == 0) {
            return map.driftsFrom(START) ? Double.POSITIVE_INFINITY : START;
        }
        int way = start > 0 ? 1 : -1;
        boolean vanishes =
                way < 0 && b == 0 && secondAtZero == 0 && w * slopeAtZero <= 1 + VarianceMap.SAME;
        boolean explodes = way > 0 && w * slopeAtInfinity >= 1 - VarianceMap.SAME;
        double first = vanishes ? VarianceMap.NEAR_ZERO : 0;
        double last = explodes ? VarianceMap.FAR : Double.POSITIVE_INFINITY;
        double before = start;
        while (place + way >= 0
                && place + way < variances.length
                && variances[place] > first
                && variances[place] < last) {
            place += way;
            double excess = excess(place, w, b);
            if (excess == 0) {
                if (!explodes) {
                    return variances[place];
                }
                continue; // V(q) may be q to all digits and yet larger
            }
            if (excess > 0 != before > 0) {
                return way > 0 ? root(place - 1, w, b) : root(place, w, b);
            }
            before = excess;
        }
        if (vanishes || explodes) {
            return vanishes ? 0 : Double.POSITIVE_INFINITY;
        }
        return map.fixedPoint(START);
    }

    private double excess(int place, double w, double b) {
        double excess = (w * seconds[place] + b) / variances[place] - 1;
        return Math.abs(excess) < VarianceMap.SAME ? 0 : excess;
    }

    /// Between two of the variances V(q) − q changes its sign: by halving, of the cubic through
    /// both with both slopes (Hermite).
    private double root(int left, double w, double b) {
        double low = 0;
        double high = 1;
        boolean fallsFirst = excess(left, w, b) > 0;
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            double q = variances[left] * Math.exp(middle / STEPS_PER_E);
            if (w * between(left, middle) + b - q > 0 == fallsFirst) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return variances[left] * Math.exp((low + high) / 2 / STEPS_PER_E);
    }

    private double between(int left, double share) {
        double rest = 1 - share;
        double fromLeft = rest * rest * (1 + 2 * share);
        double fromRight = share * share * (1 + 2 * rest);
        double slope =
                share * rest * (rest * changes[left] - share * changes[left + 1]) / STEPS_PER_E;
        return fromLeft * seconds[left] + fromRight * seconds[left + 1] + slope;
    }

    /// ξ_c = −1 / ln C′(c*), as [MeanField] has it.
    ///
    /// @param point what [#at] gives there
    public double correlationScale(double weightVariance, double biasVariance, Point point) {
        double q = point.variance();
        if (q == Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        if (q == 0 || point.chi() <= 1 + CorrelationMap.ROUNDING) {
            return MeanField.scale(point.chi());
        }
        SlopeEnd end = SlopeEnd.of(slopes.at(q), weightVariance);
        boolean isOpen = !(end.guessed() < TOLERANCE * (1 - end.slope()));
        return isOpen
                ? MeanField.scale(
                        new CorrelationMap(
                                        new VarianceMap(moments, weightVariance, biasVariance), q)
                                .nearFixedPoint(end.distance())
                                .slope())
                : MeanField.scale(end.slope());
    }

    /// ξ_q = −1 / ln V′(q*), as [MeanField] has it.
    ///
    /// @param point what [#at] gives there
    public double varianceScale(double weightVariance, double biasVariance, Point point) {
        return point.variance() == Double.POSITIVE_INFINITY
                ? Double.NaN
                : MeanField.scale(
                        new VarianceMap(moments, weightVariance, biasVariance)
                                .slope(point.variance()));
    }

    /// The map of correlations at a fixed point ([CorrelationMap]), by its series.
    ///
    /// @param variance q*, above 0 and finite
    public Correlations correlations(VarianceMap map, double variance) {
        return new Correlations(
                map, variance, HermiteSeries.of(moments, variance, moments.at(variance)));
    }

    /// C(c), found in a few multiplications.
    public static final class Correlations {
        private final VarianceMap map;
        private final double variance;
        private final HermiteSeries series;

        private Correlations(VarianceMap map, double variance, HermiteSeries series) {
            this.map = map;
            this.variance = variance;
            this.series = series;
        }

        /// @param correlation 0..1
        public double next(double correlation) {
            return (map.weightVariance() * series.product(correlation) + map.biasVariance())
                    / variance;
        }
    }
}
