package dev.weightscope.theory;

/// The squares of the Hermite coefficients of φ′ at one variance. All of them are at least 0, and
/// their sum is E φ′².
///
/// Immutable once made.
final class SlopeCoefficients {
    /// So many one by one.
    static final int TERMS = 96;

    /// Behind them the sum of all others, and that of all others' a_k / (k+1).
    static final int NUMBERS = TERMS + 2;

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

    private final double[] numbers = new double[NUMBERS];

    /// @param variance q, above 0 and finite
    SlopeCoefficients(ActivationMoments activation, double variance) {
        double std = Math.sqrt(variance);
        activation.pieces(std).forEach(piece -> add(piece, std));
        Moments moments = activation.at(variance);
        double rest = moments.slopeSecond();
        // The mean of E φ′(u)·φ′(v) over c from 0 to 1, since E φ(u)·φ(v) is q times its integral.
        double restOfMeans = (moments.second() - moments.mean() * moments.mean()) / variance;
        for (int k = 0; k < TERMS; k++) {
            numbers[k] *= numbers[k];
            rest -= numbers[k];
            restOfMeans -= numbers[k] / (k + 1);
        }
        numbers[TERMS] = rest;
        numbers[TERMS + 1] = restOfMeans;
    }

    /// Adds to the coefficients what a piece and its image give; polynomials are even or odd.
    private void add(Piece piece, double std) {
        int n = piece.size();
        double[] z = new double[n];
        double[] previous = new double[n];
        double[] polynomial = new double[n];
        double[][] slopes = new double[2][n];
        for (int i = 0; i < n; i++) {
            z[i] = piece.x[i] / std;
            polynomial[i] = piece.probability(i, std);
            slopes[0][i] = piece.rightSlope[i] + piece.leftSlope[i];
            slopes[1][i] = piece.rightSlope[i] - piece.leftSlope[i];
        }
        for (int k = 0; k < TERMS; k++) {
            double[] slope = slopes[k & 1];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += polynomial[i] * slope[i];
                double next = (z[i] * polynomial[i] - ROOTS[k] * previous[i]) * INVERSE_ROOTS[k];
                previous[i] = polynomial[i];
                polynomial[i] = next;
            }
            numbers[k] += sum;
        }
    }

    /// Adds so many times the numbers to others.
    ///
    /// @param sums modified
    void addTo(double[] sums, double times) {
        for (int k = 0; k < NUMBERS; k++) {
            sums[k] += times * numbers[k];
        }
    }
}
