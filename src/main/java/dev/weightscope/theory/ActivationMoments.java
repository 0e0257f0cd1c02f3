package dev.weightscope.theory;

import dev.weightscope.model.Activation;
import java.util.ArrayList;
import java.util.List;

/// Quadrature of an activation against normal densities of any variance.
///
/// The axis is cut at 0 and at the powers of two, and each piece is integrated by Gauss-Legendre
/// quadrature. Kinks of the catalogue's activations lie at 0 or ±1, so on a cut; and a piece from
/// 2ʲ to 2ʲ⁺¹ is as far from the complex poles of the smooth ones, for any j, as it is long. So
/// values and slopes at the nodes are asked for once, and a variance costs one exponential for each
/// pair of nodes. Against closed forms the relative error is below 1e-13.
///
/// Immutable and safe to share between threads.
public final class ActivationMoments {
    /// Densities end here, in stds: beyond lie 2e-19 of a normal variable.
    private static final double END = 9;

    private static final int LOWEST = -32;
    private static final int HIGHEST = 80;

    /// Squares of what a variance beyond this leads to may leave the range of a double.
    private static final double LARGEST_VARIANCE = 1e290;

    /// Below, an activation that is 0 at 0 is straight on either side of it, to all digits.
    private static final double LINEAR_VARIANCE = 0x1p-62;

    /// Stands for the limit of small variances, where slopes are those beside 0.
    private static final double SMALLEST_STD = 1e-140;

    private final Activation activation;

    /// From 0 to 2ʲ, for j from LOWEST to −1.
    private final Piece[] innermost = new Piece[-LOWEST];

    /// From 2ʲ to 2ʲ⁺¹, for j from LOWEST to HIGHEST.
    private final Piece[] octaves = new Piece[HIGHEST - LOWEST + 1];

    private ActivationMoments(Activation activation) {
        this.activation = activation;
        for (int j = LOWEST; j < 0; j++) {
            innermost[j - LOWEST] = piece(0, j);
        }
        for (int j = LOWEST; j <= HIGHEST; j++) {
            octaves[j - LOWEST] = piece(Math.scalb(1.0, j), j + 1);
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
        if (variance < LINEAR_VARIANCE && activation.value(0) == 0) {
            return linear(Math.sqrt(variance));
        }
        if (variance == 0) {
            Moments limit = integrate(SMALLEST_STD);
            double value = activation.value(0);
            return new Moments(
                    value,
                    value * value,
                    Math.pow(value, 4),
                    limit.slopeSecond(),
                    limit.slopeFourth(),
                    limit.elasticSecond(),
                    limit.meanByVariance(),
                    limit.secondByVariance());
        }
        if (variance > LARGEST_VARIANCE) {
            return atInfinity();
        }
        return integrate(Math.sqrt(variance));
    }

    private Moments integrate(double std) {
        if (Double.isNaN(std)) {
            return new Moments(std, std, std, std, std, std, std, std);
        }
        Sum sum = new Sum(std);
        pieces(std).forEach(sum::add);
        return sum.moments();
    }

    /// The pieces that a normal density of a std needs, from 0 outwards.
    List<Piece> pieces(double std) {
        List<Piece> pieces = new ArrayList<>();
        // Inside, both the activation and the density have to be smooth.
        int first = Math.min(-1, Math.getExponent(std) - 1);
        pieces.add(first >= LOWEST ? innermost[first - LOWEST] : piece(0, first));
        for (int j = first; Math.scalb(1.0, j) < END * std; j++) {
            boolean isKept = j >= LOWEST && j <= HIGHEST;
            pieces.add(isKept ? octaves[j - LOWEST] : piece(Math.scalb(1.0, j), j + 1));
        }
        return pieces;
    }

    private Piece piece(double from, int exponentOfEnd) {
        return new Piece(activation, from, Math.scalb(1.0, exponentOfEnd));
    }

    private Moments linear(double std) {
        double right = activation.slope(SMALLEST_STD);
        double left = activation.slope(-SMALLEST_STD);
        double second = (square(right) + square(left)) / 2;
        double fourth = (square(square(right)) + square(square(left))) / 2;
        double meanByStd = (right - left) / Math.sqrt(2 * Math.PI);
        double variance = square(std);
        return new Moments(
                meanByStd * std,
                second * variance,
                3 * fourth * square(variance),
                second,
                fourth,
                second * variance,
                right == left ? 0 : meanByStd / (2 * std),
                second);
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
                slopeSecond == 0 ? 0 : Double.POSITIVE_INFINITY,
                0,
                slopeSecond);
    }

    private static double square(double x) {
        return x * x;
    }

    /// The sums over the nodes at one std.
    private static final class Sum {
        private final double std;
        private double mean;
        private double second;
        private double fourth;
        private double slopeSecond;
        private double slopeFourth;
        private double elastic;
        private double slopeByZ;
        private double product;

        Sum(double std) {
            this.std = std;
        }

        void add(Piece piece) {
            for (int i = 0; i < piece.size(); i++) {
                double z = piece.x[i] / std;
                double weight = piece.probability(i, std);
                double right = piece.right[i];
                double left = piece.left[i];
                double rightSlope = square(piece.rightSlope[i]);
                double leftSlope = square(piece.leftSlope[i]);
                mean += weight * (right + left);
                second += weight * (square(right) + square(left));
                fourth += weight * (square(square(right)) + square(square(left)));
                slopeSecond += weight * (rightSlope + leftSlope);
                slopeFourth += weight * (square(rightSlope) + square(leftSlope));
                elastic += weight * z * z * (rightSlope + leftSlope);
                slopeByZ += weight * z * (piece.rightSlope[i] - piece.leftSlope[i]);
                product += weight * z * (right * piece.rightSlope[i] - left * piece.leftSlope[i]);
            }
        }

        Moments moments() {
            return new Moments(
                    mean,
                    second,
                    fourth,
                    slopeSecond,
                    slopeFourth,
                    elastic * std * std,
                    slopeByZ / (2 * std),
                    product / std);
        }
    }
}
