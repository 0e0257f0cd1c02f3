package dev.weightscope.jacobian;

import java.nio.DoubleBuffer;
import java.util.HashSet;
import java.util.Set;

/// What the rank of a weight matrix is at most, whatever the size of its singular values.
final class WeightRank {
    private WeightRank() {}

    /// How many rows differ from 0 and from each other.
    ///
    /// @param rows not modified
    static int atMost(double[][] rows, int columns) {
        DoubleBuffer zeros = DoubleBuffer.wrap(new double[columns]);
        Set<DoubleBuffer> different = new HashSet<>();
        for (double[] row : rows) {
            DoubleBuffer values = DoubleBuffer.wrap(row);
            if (!values.equals(zeros)) { // equal numbers, −0 and 0 too
                different.add(values);
            }
        }
        return Math.min(different.size(), columns);
    }
}
