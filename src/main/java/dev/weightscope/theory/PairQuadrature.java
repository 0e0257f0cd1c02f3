package dev.weightscope.theory;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;

/// Quadrature over two correlated pre-activations u and v of one variance.
///
/// In polar coordinates of the plane of two independent normal variables, u and v are √q·r times
/// the cosines of two angles that differ by arccos c. The plane is cut where one of them is 0,
/// which is where most kinks lie, and along the bisectors, where they are equal or opposite; pieces
/// get smaller towards the cuts as q grows. For q to 40 errors are below 1e-9 of E φ², for smaller
/// q they are rounding.
///
/// Immutable and safe to share between threads.
final class PairQuadrature {
    private static final GaussLegendre FINE = GaussLegendre.ofPoints(12);

    /// Errors below 1e-4.
    private static final GaussLegendre COARSE = GaussLegendre.ofPoints(5);

    /// Radii of the coarsest pieces; beyond lies e^(−40) of the plane.
    private static final double[] EDGES = {0, 0.5, 2, 4.5, 9};

    /// To this std the coarsest pieces do.
    private static final double COARSE_STD = 1.5;

    /// Its kinks run out of the plane towards the cuts.
    private static final int MORE_FOR_HARDTANH = 4;

    private final GaussLegendre rule;
    private final Activation activation;
    private final double std;
    private final int refinements;
    private final double[] radii;
    private final double[] weights;

    private PairQuadrature(Activation activation, double variance, GaussLegendre rule) {
        this.rule = rule;
        this.activation = activation;
        std = Math.sqrt(variance);
        int needed = (int) Math.ceil(Math.max(0, Math.log(std / COARSE_STD) / Math.log(2)));
        refinements =
                activation.function() == ActivationFunction.HARDTANH
                        ? needed + MORE_FOR_HARDTANH
                        : needed;
        double[] edges = edges();
        int n = rule.size();
        radii = new double[(edges.length - 1) * n];
        weights = new double[radii.length];
        for (int piece = 0; piece + 1 < edges.length; piece++) {
            fill(edges[piece], edges[piece + 1], piece * n);
        }
    }

    /// @param variance q, above 0 and finite
    static PairQuadrature fine(Activation activation, double variance) {
        return new PairQuadrature(activation, variance, FINE);
    }

    /// A seventh of the work, to find out where to look.
    static PairQuadrature coarse(Activation activation, double variance) {
        return new PairQuadrature(activation, variance, COARSE);
    }

    private double[] edges() {
        int more = refinements == 0 ? 0 : refinements + 1;
        double[] edges = new double[EDGES.length + more];
        System.arraycopy(EDGES, 1, edges, 1 + more, EDGES.length - 1);
        if (more > 0) {
            // From 2 inwards by halves.
            for (int i = 1; i <= more + 1; i++) {
                edges[i] = Math.scalb(EDGES[2], i - more - 2);
            }
        }
        return edges;
    }

    private void fill(double from, double to, int offset) {
        for (int i = 0; i < rule.size(); i++) {
            double r = from + (to - from) * rule.node(i);
            radii[offset + i] = r;
            weights[offset + i] = (to - from) * rule.weight(i) * density(r);
        }
    }

    private static double density(double radius) {
        return radius * Math.exp(-0.5 * radius * radius) / Math.PI;
    }

    /// The moments at a correlation c = 1 − `distance`.
    ///
    /// @param distance 0..2; small ones keep all their digits
    PairMoments at(double distance) {
        double half = Math.asin(Math.min(1, Math.sqrt(distance / 2)));
        Sum sum = new Sum(half);
        double quarter = Math.PI / 2;
        sum.addSector(quarter - half, 0);
        sum.addSector(quarter - half, quarter);
        sum.addSector(quarter + half, quarter);
        sum.addSector(quarter + half, Math.PI);
        return sum.moments();
    }

    /// The sums at one angle between u and v.
    private final class Sum {
        private final double half;
        private double squaredDifference;
        private double product;
        private double slopeProduct;

        Sum(double half) {
            this.half = half;
        }

        /// @param edge the side towards which the pieces get smaller
        void addSector(double edge, double other) {
            double from = 0;
            for (int i = refinements + 2; i >= 0; i--) {
                double to = Math.scalb(1.0, -i);
                addPiece(edge + (other - edge) * from, edge + (other - edge) * to);
                from = to;
            }
        }

        private void addPiece(double from, double to) {
            for (int i = 0; i < rule.size(); i++) {
                double angle = from + (to - from) * rule.node(i);
                double weight = Math.abs(to - from) * rule.weight(i);
                addRay(std * Math.cos(angle + half), std * Math.cos(angle - half), weight);
            }
        }

        private void addRay(double first, double second, double weight) {
            if (activation.function() == ActivationFunction.HARDTANH) {
                addBentRay(first, second, weight);
                return;
            }
            for (int i = 0; i < radii.length; i++) {
                add(first * radii[i], second * radii[i], weight * weights[i]);
            }
        }

        /// A ray that is cut where u or v is ±1, the kinks of hardtanh.
        private void addBentRay(double first, double second, double weight) {
            double near = 1 / Math.max(Math.abs(first), Math.abs(second));
            double far = 1 / Math.min(Math.abs(first), Math.abs(second));
            double from = 0;
            for (double edge : edges()) {
                for (double to : new double[] {Math.min(near, edge), Math.min(far, edge), edge}) {
                    if (to > from) {
                        addBentPiece(from, to, first, second, weight);
                        from = to;
                    }
                }
            }
        }

        private void addBentPiece(
                double from, double to, double first, double second, double weight) {
            for (int i = 0; i < rule.size(); i++) {
                double r = from + (to - from) * rule.node(i);
                add(first * r, second * r, weight * (to - from) * rule.weight(i) * density(r));
            }
        }

        private void add(double u, double v, double weight) {
            double first = activation.value(u);
            double second = activation.value(v);
            double difference = first - second;
            squaredDifference += weight * difference * difference;
            product += weight * first * second;
            slopeProduct += weight * activation.slope(u) * activation.slope(v);
        }

        PairMoments moments() {
            return new PairMoments(squaredDifference, product, slopeProduct);
        }
    }
}
