package dev.weightscope.inspect;

import dev.weightscope.kernel.Cancellation;

/// The singular values of a tensor's matrix.
public final class SingularValues {
    /// A longer shorter side takes more than some seconds.
    public static final int LONGEST_SHORTER_SIDE = 1024;

    /// Values that may be held at once.
    public static final int MOST_VALUES = 1 << 24;

    private SingularValues() {}

    /// Whether there is room and time for a matrix.
    public static boolean canBeFound(int rows, int columns) {
        return Math.min(rows, columns) <= LONGEST_SHORTER_SIDE
                && (long) rows * columns <= MOST_VALUES;
    }

    /// @return descending, one for each of the shorter side; NaN where a value is not finite
    /// @throws IllegalArgumentException if the matrix has another number of values, or [cannot be
    ///   held][#canBeFound]
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    public static double[] of(
            TensorValues values, int rows, int columns, Cancellation cancellation) {
        if ((long) rows * columns != values.count() || !canBeFound(rows, columns)) {
            throw new IllegalArgumentException(
                    "%d x %d weights, %d values".formatted(rows, columns, values.count()));
        }
        double[][] matrix = new double[rows][columns];
        for (int row = 0; row < rows; row++) {
            values.read((long) row * columns, columns, matrix[row]);
        }
        return dev.weightscope.linear.SingularValues.of(matrix, columns, cancellation);
    }
}
