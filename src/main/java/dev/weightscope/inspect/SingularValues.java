package dev.weightscope.inspect;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_FDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F32;

/// The singular values of a matrix, by EJML in single precision: to about 1e-6 of the largest, so
/// that smaller ones are rounding.
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
    public static double[] of(TensorValues values, int rows, int columns) {
        if ((long) rows * columns != values.count() || !canBeFound(rows, columns)) {
            throw new IllegalArgumentException(
                    "%d x %d weights, %d values".formatted(rows, columns, values.count()));
        }
        double[] all = new double[rows * columns];
        values.read(0, all.length, all);
        double largest = 0;
        for (double value : all) {
            largest = Math.max(largest, Math.abs(value)); // NaN, once there is one
        }
        double[] found = new double[Math.min(rows, columns)];
        if (largest == 0) {
            return found;
        }
        if (!(largest < Double.POSITIVE_INFINITY)) {
            Arrays.fill(found, Double.NaN);
            return found;
        }
        float[] ofScaled = ofScaled(all, largest, rows, columns);
        for (int i = 0; i < found.length; i++) {
            found[i] = ofScaled[found.length - 1 - i] * largest;
        }
        return found;
    }

    /// Ascending, of the matrix divided by its largest magnitude: no square leaves float's range.
    private static float[] ofScaled(double[] all, double largest, int rows, int columns) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
        for (int i = 0; i < all.length; i++) {
            matrix.data[i] = (float) (all[i] / largest);
        }
        SingularValueDecomposition_F32<FMatrixRMaj> decomposition =
                DecompositionFactory_FDRM.svd(rows, columns, false, false, true);
        if (!decomposition.decompose(matrix)) {
            throw new IllegalStateException("no singular values of " + rows + " x " + columns);
        }
        float[] values = Arrays.copyOf(decomposition.getSingularValues(), Math.min(rows, columns));
        Arrays.sort(values);
        return values;
    }
}
