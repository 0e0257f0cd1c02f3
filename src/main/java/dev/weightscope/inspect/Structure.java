package dev.weightscope.inspect;

/// What one pass over a matrix says of its rows and columns.
///
/// @param rowZeros how many zeros each row has; −1 where rows differ
/// @param columnZeros how many zeros each column has; −1 where columns differ
/// @param diagonal the number that all of the main diagonal are; NaN where they differ
record Structure(int rowZeros, int columnZeros, double diagonal, Isometry isometry) {
    static Structure of(TensorValues values, int rows, int columns) {
        Counter counter = new Counter(rows, columns);
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
        double diagonal;

        Counter(int rows, int columns) {
            zerosOfRow = new int[rows];
            zerosOfColumn = new int[columns];
            isometry = new Isometry(rows, columns);
        }

        void visit(int row, double[] values, int at) {
            isometry.visit(row, values, at);
            int zeros = 0;
            for (int j = 0; j < zerosOfColumn.length; j++) {
                int zero = values[at + j] == 0 ? 1 : 0;
                zeros += zero;
                zerosOfColumn[j] += zero;
            }
            zerosOfRow[row] = zeros;
            if (row < zerosOfColumn.length) {
                double own = values[at + row];
                diagonal = row == 0 || own == diagonal ? own : Double.NaN;
            }
        }
    }
}
