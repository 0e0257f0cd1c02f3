package dev.weightscope.jacobian;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// What the rank of a weight matrix is at most, whatever the size of its singular values.
final class WeightRank {
    private WeightRank() {}

    /// How many rows differ from 0 and from each other.
    ///
    /// @param rows not modified
    static int atMost(double[][] rows, int columns) {
        Row zeros = new Row(new double[columns]);
        Set<Row> different = new HashSet<>();
        for (double[] row : rows) {
            Row values = Row.of(row);
            if (!values.equals(zeros)) {
                different.add(values);
            }
        }
        return Math.min(different.size(), columns);
    }

    /// A row by its numbers; the hash of a buffer would be the same for all numbers below 1.
    private record Row(double[] values) {
        /// Of equal numbers: −0 is 0.
        static Row of(double[] row) {
            double[] values = row.clone();
            for (int j = 0; j < values.length; j++) {
                values[j] += 0.0;
            }
            return new Row(values);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row(double[] theirs) && Arrays.equals(values, theirs);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }
}
