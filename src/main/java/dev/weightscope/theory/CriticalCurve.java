package dev.weightscope.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where χ₁ is 1 in the plane of σ_w² and σ_b²: the points of a [CriticalLine], and of what kind
/// they are.
///
/// @param points by growing q*, those with σ_b² ≥ 0; at least one, unless there are none
public record CriticalCurve(Kind kind, List<Point> points, Optional<Point> halfStable) {
    private static final double LOWEST = 1e-6;
    private static final double HIGHEST = 1e8;
    private static final double STEP = 1.08;

    /// What there is of it.
    public enum Kind {
        /// A line on which the variance settles.
        LINE,
        /// One point, whatever q* is: of an activation that is a multiple of its input on either
        /// side of 0.
        POINT,
        /// A line that begins at a point at which the variance is stable from one side alone (V′ =
        /// 1); below it χ₁ would be 1 where the variance does not stay.
        HALF_STABLE,
        /// None.
        NONE
    }

    /// @param variance q*
    /// @param weightVariance σ_w²
    /// @param biasVariance σ_b²
    /// @param isStable whether the variance comes back to q*: V′(q*) ≤ 1
    public record Point(
            double variance, double weightVariance, double biasVariance, boolean isStable) {}

    public CriticalCurve {
        points = List.copyOf(points);
    }

    /// As far as a σ_w² and a σ_b².
    public static CriticalCurve of(ActivationMoments moments, double mostWeight, double mostBias) {
        List<Point> points = new ArrayList<>();
        at(moments, 0).ifPresent(points::add);
        Optional<Point> halfStable = Optional.empty();
        for (double q = LOWEST; q < HIGHEST; q *= STEP) {
            Optional<Point> next = at(moments, q);
            if (next.isEmpty()) {
                continue;
            }
            Point point = next.get();
            boolean turnsStable = !points.isEmpty() && !points.getLast().isStable && point.isStable;
            if (turnsStable && halfStable.isEmpty()) {
                halfStable = Optional.of(halfStable(moments, points.getLast().variance, q));
                points.add(halfStable.get());
            }
            points.add(point);
            if (point.weightVariance > mostWeight && point.biasVariance > mostBias) {
                break;
            }
        }
        if (points.isEmpty()) {
            return new CriticalCurve(Kind.NONE, points, halfStable);
        }
        if (isOne(points)) {
            return new CriticalCurve(Kind.POINT, points.subList(0, 1), halfStable);
        }
        return new CriticalCurve(
                halfStable.isPresent() ? Kind.HALF_STABLE : Kind.LINE, points, halfStable);
    }

    private static Optional<Point> at(ActivationMoments moments, double variance) {
        return CriticalLine.at(moments, variance)
                .map(map ->
                        new Point(
                                variance,
                                map.weightVariance(),
                                map.biasVariance(),
                                map.slope(variance) <= 1 + VarianceMap.SAME));
    }

    private static boolean isOne(List<Point> points) {
        Point first = points.getFirst();
        return points.stream()
                .allMatch(each ->
                        Math.abs(each.weightVariance - first.weightVariance)
                                        < 1e-9 * first.weightVariance
                                && each.biasVariance <= 1e-12 * Math.max(1, each.variance));
    }

    /// Where V′ passes 1, by halving.
    private static Point halfStable(ActivationMoments moments, double unstable, double stable) {
        double low = unstable;
        double high = stable;
        for (int i = 0; i < 100 && high - low > 1e-14 * high; i++) {
            double middle = (low + high) / 2;
            if (at(moments, middle).map(Point::isStable).orElse(false)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return at(moments, high).orElseThrow();
    }
}
