package dev.weightscope.network;

import dev.weightscope.kernel.Matrix;
import org.ejml.data.FMatrixRMaj;

/// EJML's matrices as the kernel sees them.
final class Matrices {
    private Matrices() {}

    /// @return the matrix in its own array; it changes when the next layer is computed
    static Matrix view(FMatrixRMaj matrix) {
        return new Matrix(matrix.data, matrix.numRows, matrix.numCols);
    }
}
