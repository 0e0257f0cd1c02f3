package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.RandomMatrices_FDRM;
import org.junit.jupiter.api.Test;

/// The products of a library that others use differ from the kernel's by no more than the rounding
/// of two sums.
class ProductAgainstEjmlTest {
    private static final int[][] SHAPES = {
        {1, 1, 1}, {1, 512, 512}, {12, 32, 32}, {13, 33, 65}, {100, 500, 50}, {257, 19, 130}
    };

    @Test
    void bothFormsAgreeWithTheLibraryInEitherOrientation() {
        Random random = new Random(1);
        int checked = 0;
        try (Kernel scalar = Kernels.scalar(1);
                Kernel vector = Kernels.choose(Kernels.Choice.VECTOR, 3)) {
            for (int[] shape : SHAPES) {
                FMatrixRMaj a = normal(shape[0], shape[1], random);
                FMatrixRMaj b = normal(shape[1], shape[2], random);
                for (Kernel kernel : new Kernel[] {scalar, vector}) {
                    assertAgrees(kernel, a, b, Orientation.AS_STORED, b);
                    FMatrixRMaj stored = CommonOps_FDRM.transpose(b, null);
                    assertAgrees(kernel, a, stored, Orientation.TRANSPOSED, b);
                    checked += 2;
                }
            }
        }
        assertEquals(4 * SHAPES.length, checked);
    }

    /// @param stored b as the orientation has it
    private static void assertAgrees(
            Kernel kernel,
            FMatrixRMaj a,
            FMatrixRMaj stored,
            Orientation orientation,
            FMatrixRMaj b) {
        FMatrixRMaj expected = CommonOps_FDRM.mult(a, b, null);
        FMatrixRMaj magnitudes = CommonOps_FDRM.mult(absolute(a), absolute(b), null);
        Matrix actual = matrix(new FMatrixRMaj(expected.numRows, expected.numCols));
        kernel.product(
                matrix(a),
                ScaledMatrix.of(matrix(stored)),
                orientation,
                null,
                actual,
                Cancellation.NEVER);
        // n roundings of at most half a unit each, in either sum (Higham 2002, equation 3.5)
        double relative = 2.0 * a.numCols * 0x1p-24;
        for (int i = 0; i < actual.size(); i++) {
            double bound = relative / (1 - relative) * magnitudes.get(i);
            assertEquals(expected.get(i), actual.values()[i], bound, orientation + " " + i);
        }
    }

    private static FMatrixRMaj normal(int rows, int columns, Random random) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
        RandomMatrices_FDRM.fillGaussian(matrix, 0, 1, random);
        return matrix;
    }

    private static FMatrixRMaj absolute(FMatrixRMaj matrix) {
        FMatrixRMaj absolute = matrix.copy();
        CommonOps_FDRM.abs(absolute);
        return absolute;
    }

    private static Matrix matrix(FMatrixRMaj matrix) {
        return new Matrix(matrix.data, matrix.numRows, matrix.numCols);
    }
}
