package dev.weightscope.theory;

import dev.weightscope.model.SpecialFunctions;

/// [CorrelationSlopes] of hardtanh, whose slope is 1 between −1 and 1 and 0 elsewhere: the
/// probability that u and v both lie there. By c that changes by the density of the normal
/// distribution of both at the corners (Plackett 1954), so that an integral over one angle is left.
///
/// Immutable.
final class ClippedSlopes implements CorrelationSlopes {
    private static final GaussLegendre RULE = GaussLegendre.ofPoints(16);

    /// Of the angle, in units of the corner's distance: below, the corners of opposite signs count
    /// for nothing, and above, what they count for changes ever more slowly.
    private static final double NEAR = 0.35;

    private static final double WIDER = 4;

    private final double square;
    private final double atOne;

    /// @param variance q
    ClippedSlopes(double variance) {
        square = 1 / variance;
        atOne = SpecialFunctions.erf(Math.sqrt(square / 2));
    }

    @Override
    public At at(double distance) {
        double angle = 2 * Math.asin(Math.sqrt(distance / 2)); // cos of it is c
        double corner = Math.sqrt(square);
        Sum sum = new Sum(distance);
        double from = 0;
        for (double edge = NEAR * corner; from < angle; edge *= WIDER) {
            double to = Math.min(edge, angle);
            sum.add(from, to);
            from = to;
        }
        return new At(atOne - sum.change / Math.PI, atOne - sum.moment / (Math.PI * distance), 0);
    }

    /// The integrals over the angle.
    private final class Sum {
        private final double distance;
        private double change;
        private double moment;

        Sum(double distance) {
            this.distance = distance;
        }

        void add(double from, double to) {
            for (int i = 0; i < RULE.size(); i++) {
                double half = Math.sin((from + (to - from) * RULE.node(i)) / 2);
                double gap = 2 * half * half; // 1 − cos
                double weight =
                        (to - from)
                                * RULE.weight(i)
                                * (Math.exp(-square / (2 - gap)) - Math.exp(-square / gap));
                change += weight;
                moment += weight * (distance - gap);
            }
        }
    }
}
