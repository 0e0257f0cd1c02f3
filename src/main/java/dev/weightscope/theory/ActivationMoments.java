package dev.weightscope.theory;

import dev.weightscope.model.Activation;

/// Quadrature of an activation against normal densities of any variance.
///
/// The axis is cut at 0 and at the powers of two, and each piece is integrated by [GaussLegendre].
/// Kinks of the catalogue's activations lie at 0 or ±1, so on a cut; and a piece from 2ʲ to 2ʲ⁺¹ is
/// as far from the complex poles of the smooth ones, for any j, as it is long. So values and slopes
/// at the nodes are asked for once, and a variance costs one exponential for each pair of nodes.
/// Against closed forms the relative error is below 1e-13.
///
/// Immutable and safe to share between threads.
public final class ActivationMoments {
    private static final GaussLegendre RULE = GaussLegendre.ofPoints(18);

    /// Densities end here, in stds: beyond lie 2e-19 of a normal variable.
    private static final double END = 9;

    private static final int LOWEST = -16;
    private static final int HIGHEST = 20;

    /// Squares of what a variance beyond this leads to may leave the range of a double.
    private static final double LARGEST_VARIANCE = 1e290;

    /// Stands for the limit of small variances, where slopes are those beside 0.
    private static final double SMALLEST_STD = 1e-140;

    private final Activation activation;

    /// From 0 to 2ʲ, and from 2ʲ to 2ʲ⁺¹, for j from LOWEST to HIGHEST.
    private final Piece[] innermost = new Piece[HIGHEST - LOWEST + 1];

    private final Piece[] octaves = new Piece[HIGHEST - LOWEST + 1];

    private ActivationMoments(Activation activation) {
        this.activation = activation;
        for (int j = LOWEST; j <= HIGHEST; j++) {
            innermost[j - LOWEST] = new Piece(activation, 0, Math.scalb(1.0, j));
            octaves[j - LOWEST] = new Piece(activation, Math.scalb(1.0, j), Math.scalb(1.0, j + 1));
        }
    }

    public static ActivationMoments of(Activation activation) {
        return new ActivationMoments(activation);
    }

    public Activation activation() {
        return activation;
    }

    /// The moments at a variance of the pre-activations.
    ///
    /// @param variance q ≥ 0; 0 and infinity give the limits, NaN gives NaN
    public Moments at(double variance) {
        if (variance == 0) {
            Moments limit = integrate(SMALLEST_STD);
            double value = activation.value(0);
            return new Moments(
                    value,
                    value * value,
                    Math.pow(value, 4),
                    limit.slopeSecond(),
                    limit.slopeFourth(),
                    limit.secondByVariance());
        }
        if (variance > LARGEST_VARIANCE) {
            return atInfinity();
        }
        return integrate(Math.sqrt(variance));
    }

    private Moments integrate(double std) {
        Sum sum = new Sum(std);
        if (Double.isNaN(std)) {
            return new Moments(std, std, std, std, std, std);
        }
        // Inside, both the activation and the density have to be smooth.
        int first = Math.min(-1, Math.getExponent(std) - 1);
        sum.add(first >= LOWEST ? innermost[first - LOWEST] : piece(0, first));
        for (int j = first; Math.scalb(1.0, j) < END * std; j++) {
            sum.add(
                    j >= LOWEST && j <= HIGHEST
                            ? octaves[j - LOWEST]
                            : piece(Math.scalb(1.0, j), j + 1));
        }
        return sum.moments();
    }

    private Piece piece(double from, int exponentOfEnd) {
        return new Piece(activation, from, Math.scalb(1.0, exponentOfEnd));
    }

    private Moments atInfinity() {
        double far = Double.POSITIVE_INFINITY;
        double right = activation.value(far);
        double left = activation.value(-far);
        double rightSlope = square(activation.slope(far));
        double leftSlope = square(activation.slope(-far));
        double slopeSecond = (rightSlope + leftSlope) / 2;
        return new Moments(
                (right + left) / 2,
                (square(right) + square(left)) / 2,
                (square(square(right)) + square(square(left))) / 2,
                slopeSecond,
                (square(rightSlope) + square(leftSlope)) / 2,
                slopeSecond);
    }

    private static double square(double x) {
        return x * x;
    }

    /// The activation at the nodes of one piece right of 0 and of its image left of 0.
    private static final class Piece {
        final double[] x = new double[RULE.size()];
        final double[] weight = new double[RULE.size()];
        final double[] right = new double[RULE.size()];
        final double[] left = new double[RULE.size()];
        final double[] rightSlope = new double[RULE.size()];
        final double[] leftSlope = new double[RULE.size()];

        Piece(Activation activation, double from, double to) {
            for (int i = 0; i < RULE.size(); i++) {
                x[i] = from + (to - from) * RULE.node(i);
                weight[i] = (to - from) * RULE.weight(i);
                right[i] = activation.value(x[i]);
                left[i] = activation.value(-x[i]);
                rightSlope[i] = activation.slope(x[i]);
                leftSlope[i] = activation.slope(-x[i]);
            }
        }
    }

    /// The sums over the nodes at one std.
    private static final class Sum {
        private final double std;
        private double mean;
        private double second;
        private double fourth;
        private double slopeSecond;
        private double slopeFourth;
        private double product;

        Sum(double std) {
            this.std = std;
        }

        void add(Piece piece) {
            double scale = 1 / (Math.sqrt(2 * Math.PI) * std);
            for (int i = 0; i < piece.x.length; i++) {
                double z = piece.x[i] / std;
                double weight = piece.weight[i] * scale * Math.exp(-0.5 * z * z);
                double right = piece.right[i];
                double left = piece.left[i];
                double rightSlope = square(piece.rightSlope[i]);
                double leftSlope = square(piece.leftSlope[i]);
                mean += weight * (right + left);
                second += weight * (square(right) + square(left));
                fourth += weight * (square(square(right)) + square(square(left)));
                slopeSecond += weight * (rightSlope + leftSlope);
                slopeFourth += weight * (square(rightSlope) + square(leftSlope));
                product += weight * z * (right * piece.rightSlope[i] - left * piece.leftSlope[i]);
            }
        }

        Moments moments() {
            return new Moments(mean, second, fourth, slopeSecond, slopeFourth, product / std);
        }
    }
}
