package dev.weightscope.kernel;

/// A matrix in an array, row by row.
///
/// @param values not copied; may be longer than the matrix
public record Matrix(float[] values, int rows, int columns) {
    /// @throws IllegalArgumentException if the array is too short
    public Matrix {
        Require.matrix(values, rows, columns);
    }

    /// The number of values, which is also where they end in the array.
    public int size() {
        return rows * columns;
    }
}
