package dev.weightscope.network;

import org.ejml.data.FMatrixRMaj;

/// A look at a matrix: rows are samples (of weights: inputs), columns are units.
///
/// @param values row by row, not copied: they change when the next layer is computed; the array may
///   be longer than rows·columns
public record Tensor(float[] values, int rows, int columns) {
    static Tensor of(FMatrixRMaj matrix) {
        return new Tensor(matrix.data, matrix.numRows, matrix.numCols);
    }

    /// The number of values, which is also where they end in the array.
    public int size() {
        return rows * columns;
    }
}
