package dev.weightscope.data;

import java.util.List;

/// Columns to mean 0 and population std 1, as scikit-learn's `preprocessing.scale`.
final class Standardization {
    private Standardization() {}

    /// (x − mean) / std for each column, std = √(Σ(x − mean)² / n); 0 throughout for a constant
    /// column.
    ///
    /// @param rows of equal length; not modified
    /// @return rows·columns floats, row by row
    static float[] of(List<double[]> rows) {
        int columns = rows.getFirst().length;
        float[] standardized = new float[Math.multiplyExact(rows.size(), columns)];
        for (int column = 0; column < columns; column++) {
            standardize(rows, column, columns, standardized);
        }
        return standardized;
    }

    private static void standardize(
            List<double[]> rows, int column, int columns, float[] standardized) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] row : rows) {
            low = Math.min(low, row[column]);
            high = Math.max(high, row[column]);
        }
        if (low == high) {
            return; // rounding of the mean would leave noise of std 1
        }
        // In units of the largest magnitude, so that no square overflows.
        double unit = Math.max(Math.abs(low), Math.abs(high));
        double mean = 0;
        for (double[] row : rows) {
            mean += row[column] / unit;
        }
        mean /= rows.size();
        double squares = 0;
        for (double[] row : rows) {
            double deviation = row[column] / unit - mean;
            squares += deviation * deviation;
        }
        double std = Math.sqrt(squares / rows.size());
        for (int row = 0; row < rows.size(); row++) {
            standardized[row * columns + column] =
                    (float) ((rows.get(row)[column] / unit - mean) / std);
        }
    }
}
