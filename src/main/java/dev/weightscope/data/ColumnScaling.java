package dev.weightscope.data;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Scaling;
import java.util.List;

/// Columns as a [Scaling] says.
final class ColumnScaling {
    private ColumnScaling() {}

    /// @param columns of equal length; not modified
    /// @param cancellation looked at before each column
    /// @return rows·columns floats, row by row
    static float[] of(List<double[]> columns, Scaling scaling, Cancellation cancellation) {
        return switch (scaling) {
            case STANDARD -> Standardization.of(columns, cancellation);
            case UNIT -> divided(columns, largest(columns), cancellation);
            case NONE -> divided(columns, 1, cancellation);
        };
    }

    /// What is said of columns beside how they stand in the file; empty where they are scaled as
    /// usual.
    static String note(List<double[]> columns, Scaling scaling) {
        return switch (scaling) {
            case STANDARD -> "";
            case UNIT -> "divided by " + Numbers.significant(largest(columns), 6);
            case NONE -> "not scaled";
        };
    }

    /// 1 where all are 0.
    private static double largest(List<double[]> columns) {
        double largest = 0;
        for (double[] column : columns) {
            for (double value : column) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest == 0 ? 1 : largest;
    }

    private static float[] divided(List<double[]> columns, double by, Cancellation cancellation) {
        int count = columns.size();
        int rows = columns.getFirst().length;
        float[] values = new float[Math.multiplyExact(rows, count)];
        for (int column = 0; column < count; column++) {
            cancellation.throwIfCancelled();
            double[] from = columns.get(column);
            for (int row = 0; row < rows; row++) {
                values[row * count + column] = (float) (from[row] / by);
            }
        }
        return values;
    }
}
