package dev.weightscope.theory;

/// E f(u)·f(v) of correlated pre-activations u and v as a power series in their correlation c: Σ
/// f_k² cᵏ with the Hermite coefficients f_k of f(√q·z) (Mehler 1866; used of networks by Daniely
/// et al. 2016, arXiv 1602.05897). Of the squares that are cut off, the sum is known, and is put
/// with the last power.
///
/// Immutable once made.
final class HermiteSeries {
    private static final int TERMS = 48;

    /// √k and 1/√(k+1), for the recurrence of the normalized polynomials: √(k+1)·h_{k+1} = z·h_k −
    /// √k·h_{k−1}.
    private static final double[] ROOTS = new double[TERMS];

    private static final double[] INVERSE_ROOTS = new double[TERMS];

    static {
        for (int k = 0; k < TERMS; k++) {
            ROOTS[k] = Math.sqrt(k);
            INVERSE_ROOTS[k] = 1 / Math.sqrt(k + 1);
        }
    }

    private final double[] value = new double[TERMS + 1];
    private final double[] square = new double[TERMS + 1];
    private final double[] slope = new double[TERMS + 1];
    private final double[] slopeSquare = new double[TERMS + 1];

    private HermiteSeries() {}

    /// @param variance q, above 0 and finite
    /// @param moments at q
    static HermiteSeries of(ActivationMoments activation, double variance, Moments moments) {
        HermiteSeries series = new HermiteSeries();
        double std = Math.sqrt(variance);
        for (Piece piece : activation.pieces(std)) {
            series.add(piece, std);
        }
        powers(series.value, moments.second());
        powers(series.square, moments.fourth());
        powers(series.slope, moments.slopeSecond());
        powers(series.slopeSquare, moments.slopeFourth());
        return series;
    }

    /// Adds to the coefficients what a piece and its image give; polynomials are even or odd.
    private void add(Piece piece, double std) {
        int n = piece.size();
        double[] z = new double[n];
        double[] previous = new double[n];
        double[] polynomial = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = piece.x[i] / std;
            polynomial[i] = piece.probability(i, std);
        }
        for (int k = 0; k < TERMS; k++) {
            double sign = (k & 1) == 0 ? 1 : -1;
            double values = 0;
            double squares = 0;
            double slopes = 0;
            double slopeSquares = 0;
            for (int i = 0; i < n; i++) {
                double h = polynomial[i];
                values += h * (piece.right[i] + sign * piece.left[i]);
                squares += h * (squared(piece.right[i]) + sign * squared(piece.left[i]));
                slopes += h * (piece.rightSlope[i] + sign * piece.leftSlope[i]);
                slopeSquares +=
                        h * (squared(piece.rightSlope[i]) + sign * squared(piece.leftSlope[i]));
            }
            value[k] += values;
            square[k] += squares;
            slope[k] += slopes;
            slopeSquare[k] += slopeSquares;
            for (int i = 0; i < n; i++) {
                double next = (z[i] * polynomial[i] - ROOTS[k] * previous[i]) * INVERSE_ROOTS[k];
                previous[i] = polynomial[i];
                polynomial[i] = next;
            }
        }
    }

    private static double squared(double x) {
        return x * x;
    }

    /// Turns coefficients into their squares, and puts what is missing of `total` behind them.
    private static void powers(double[] coefficients, double total) {
        double rest = total;
        for (int k = 0; k < TERMS; k++) {
            coefficients[k] *= coefficients[k];
            rest -= coefficients[k];
        }
        coefficients[TERMS] = Math.max(0, rest);
    }

    /// The same in parts of what each is of equal samples: of E φ², (E φ²)², E φ′² and (E φ′²)².
    HermiteSeries inPartsOf(Moments moments) {
        HermiteSeries parts = new HermiteSeries();
        double second = moments.second();
        double slopeSecond = moments.slopeSecond();
        for (int k = 0; k <= TERMS; k++) {
            parts.value[k] = value[k] / second;
            parts.square[k] = square[k] / (second * second);
            parts.slope[k] = slope[k] / slopeSecond;
            parts.slopeSquare[k] = slopeSquare[k] / (slopeSecond * slopeSecond);
        }
        return parts;
    }

    /// What lies between this and another: this at 0, the other at 1.
    HermiteSeries between(HermiteSeries other, double share) {
        HermiteSeries between = new HermiteSeries();
        for (int k = 0; k <= TERMS; k++) {
            between.value[k] = value[k] + share * (other.value[k] - value[k]);
            between.square[k] = square[k] + share * (other.square[k] - square[k]);
            between.slope[k] = slope[k] + share * (other.slope[k] - slope[k]);
            between.slopeSquare[k] =
                    slopeSquare[k] + share * (other.slopeSquare[k] - slopeSquare[k]);
        }
        return between;
    }

    /// E φ(u)·φ(v).
    double product(double correlation) {
        return sum(value, correlation);
    }

    /// E φ(u)²·φ(v)².
    double squareProduct(double correlation) {
        return sum(square, correlation);
    }

    /// E φ′(u)·φ′(v).
    double slopeProduct(double correlation) {
        return sum(slope, correlation);
    }

    /// The part of [#slopeProduct] of all powers that are taken together.
    double lastSlopePower(double correlation) {
        return slope[TERMS] * Math.pow(correlation, TERMS);
    }

    /// E φ′(u)²·φ′(v)².
    double slopeSquareProduct(double correlation) {
        return sum(slopeSquare, correlation);
    }

    private static double sum(double[] powers, double correlation) {
        double sum = 0;
        for (int k = TERMS; k >= 0; k--) {
            sum = sum * correlation + powers[k];
        }
        return sum;
    }
}
