package dev.weightscope.inspect;

/// What one pass over a matrix says of its rows and columns.
///
/// @param rowZeros how many zeros each row has; −1 where rows differ, 0 where they were not counted
/// @param columnZeros how many zeros each column has; −1 where columns differ, 0 where they were
///   not counted
/// @param diagonal the number that all of the main diagonal are; NaN where they differ
record Structure(int rowZeros, int columnZeros, double diagonal, Isometry isometry) {
    /// @param survey of the values; fewer zeros than there are rows or columns are not counted: no
    ///   law says so few
    static Structure of(TensorValues values, TensorSurvey survey, int rows, int columns) {
        Counter counter = new Counter(survey, rows, columns);
        MatrixRows.visit(values, rows, columns, counter::visit);
        return new Structure(
                allEqual(counter.zerosOfRow),
                allEqual(counter.zerosOfColumn),
                counter.diagonal,
                counter.isometry);
    }

    private static int allEqual(int[] counts) {
        for (int count : counts) {
            if (count != counts[0]) {
                return -1;
            }
        }
        return counts[0];
    }

    private static final class Counter {
        final int[] zerosOfRow;
        final int[] zerosOfColumn;
        final Isometry isometry;
        final boolean countsZeros;
        final int columns;
        double diagonal;

        Counter(TensorSurvey survey, int rows, int columns) {
            zerosOfRow = new int[rows];
            zerosOfColumn = new int[columns];
            isometry = new Isometry(rows, columns, survey.rms() * survey.rms() * survey.count());
            countsZeros = survey.zeros() >= Math.min(rows, columns);
            this.columns = columns;
        }

        void visit(int row, double[] values, int at) {
            isometry.visit(row, values, at);
            if (countsZeros) {
                countZeros(row, values, at);
            }
            if (row < columns) {
                double own = values[at + row];
                diagonal = row == 0 || own == diagonal ? own : Double.NaN;
            }
        }

        private void countZeros(int row, double[] values, int at) {
            int zeros = 0;
            for (int j = 0; j < zerosOfColumn.length; j++) {
                int zero = values[at + j] == 0 ? 1 : 0;
                zeros += zero;
                zerosOfColumn[j] += zero;
            }
            zerosOfRow[row] = zeros;
        }
    }
}
