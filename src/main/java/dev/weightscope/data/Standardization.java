package dev.weightscope.data;

import dev.weightscope.kernel.Cancellation;
import java.util.List;

/// Columns to mean 0 and population std 1, as scikit-learn's `StandardScaler`.
final class Standardization {
    private Standardization() {}

    /// (x − mean) / std for each column, std = √(Σ(x − mean)² / n); 0 throughout for a constant
    /// column.
    ///
    /// @param columns of equal length; not modified
    /// @param cancellation looked at before each column
    /// @return rows·columns floats, row by row
    static float[] of(List<double[]> columns, Cancellation cancellation) {
        int rows = columns.getFirst().length;
        float[] standardized = new float[Math.multiplyExact(rows, columns.size())];
        for (int column = 0; column < columns.size(); column++) {
            cancellation.throwIfCancelled();
            standardize(columns.get(column), column, columns.size(), standardized);
        }
        return standardized;
    }

    private static void standardize(
            double[] values, int column, int columns, float[] standardized) {
        // In units of the largest magnitude, so that no square overflows.
        double unit = 0;
        for (double value : values) {
            unit = Math.max(unit, Math.abs(value));
        }
        if (unit == 0) {
            return;
        }
        double mean = 0;
        for (double value : values) {
            mean += value / unit;
        }
        mean /= values.length;
        double squares = 0;
        for (double value : values) {
            double deviation = value / unit - mean;
            squares += deviation * deviation;
        }
        double variance = squares / values.length;
        if (isConstant(variance, mean, values.length)) {
            return;
        }
        double std = Math.sqrt(variance);
        for (int row = 0; row < values.length; row++) {
            standardized[row * columns + column] = (float) ((values[row] / unit - mean) / std);
        }
    }

    /// Whether a variance is no more than what rounding leaves of a constant column: scikit-learn
    /// 1.x, `sklearn.preprocessing._data._is_constant_feature`, `var <= n * eps * var + (n * mean *
    /// eps)^2`, after the error bound of Chan, Golub & LeVeque 1983 for the computed variance. Such
    /// a column differs in its last bits alone, which divided by their own std would become a
    /// signal of std 1.
    private static boolean isConstant(double variance, double mean, int n) {
        double eps = Math.ulp(1.0);
        double roundedMean = n * mean * eps;
        return variance <= n * eps * variance + roundedMean * roundedMean;
    }
}
