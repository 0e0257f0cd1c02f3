package dev.weightscope.linear;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.RowLoops;
import java.util.Arrays;

/// The singular values of a matrix: to some 1e-15 of the largest, so that smaller ones are
/// rounding.
public final class SingularValues {
    private SingularValues() {}

    /// How many bytes are allocated beside the matrix.
    public static long bytes(int rows, int columns) {
        int longer = Math.max(rows, columns);
        int shorter = Math.min(rows, columns);
        return Double.BYTES
                * ((long) rows * columns + BandReduction.work(longer, shorter) + 6L * shorter);
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
        double[][] turned = new double[columns][matrix.length];
        if (matrix.length >= columns) {
            found = values(matrix, turned, cancellation);
        } else {
            RowLoops.turn(matrix, 0, matrix.length, 0, columns, turned);
            found = values(turned, matrix, cancellation);
        }
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

    /// @param matrix its rows, no fewer than columns; overwritten
    /// @param turned as many rows as it has columns, each as long as it has rows; overwritten
    private static double[] values(
            double[][] matrix, double[][] turned, Cancellation cancellation) {
        double[][] band = new BandReduction(matrix, turned).reduce(cancellation);
        int size = band.length;
        for (int i = 0; i < size; i++) {
            Arrays.fill(matrix[i], 0, size, 0);
            System.arraycopy(band[i], 0, matrix[i], i, Math.min(band[i].length, size - i));
        }
        new BulgeChase(matrix, size).run(cancellation);
        double[] diagonal = new double[size];
        double[] superdiagonal = new double[size - 1];
        for (int i = 0; i < size; i++) {
            diagonal[i] = matrix[i][i];
            if (i + 1 < size) {
                superdiagonal[i] = matrix[i][i + 1];
            }
        }
        return BidiagonalValues.of(diagonal, superdiagonal, cancellation);
    }
}
