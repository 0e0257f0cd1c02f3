package dev.weightscope.linear;

import dev.weightscope.kernel.Cancellation;
import java.util.Arrays;

/// The singular values of a matrix: to some 1e-15 of the largest, so that smaller ones are
/// rounding.
public final class SingularValues {
    private SingularValues() {}

    /// How many bytes are allocated beside the matrix.
    public static long bytes(int rows, int columns) {
        int longer = Math.max(rows, columns);
        int shorter = Math.min(rows, columns);
        long turned = rows < columns ? (long) rows * columns : 0;
        return Double.BYTES * (turned + Bidiagonal.work(longer, shorter) + 4L * shorter);
    }

    /// @param matrix its rows, of one length; overwritten
    /// @return descending, one for each of the shorter side; NaN where a number is not finite
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    public static double[] of(double[][] matrix, int columns, Cancellation cancellation) {
        double[] found = new double[Math.min(matrix.length, columns)];
        double largest = largest(matrix, columns);
        if (largest == 0) {
            return found;
        }
        if (!(largest < Double.POSITIVE_INFINITY)) {
            Arrays.fill(found, Double.NaN);
            return found;
        }
        int exponent = Math.getExponent(largest);
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = Math.scalb(row[j], -exponent); // no square leaves the range of double
            }
        }
        Bidiagonal bidiagonal =
                matrix.length >= columns
                        ? new Bidiagonal(matrix, columns)
                        : new Bidiagonal(turned(matrix, columns), matrix.length);
        bidiagonal.reduce(cancellation);
        found =
                BidiagonalValues.of(
                        bidiagonal.diagonal(), bidiagonal.superdiagonal(), cancellation);
        for (int i = 0; i < found.length; i++) {
            found[i] = Math.scalb(found[i], exponent);
        }
        return found;
    }

    /// The largest magnitude; NaN if there is one.
    private static double largest(double[][] matrix, int columns) {
        double largest = 0;
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                largest = Math.max(largest, Math.abs(row[j]));
            }
        }
        return largest;
    }

    private static double[][] turned(double[][] matrix, int columns) {
        double[][] turned = new double[columns][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j][i] = matrix[i][j];
            }
        }
        return turned;
    }
}
