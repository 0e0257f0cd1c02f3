package dev.weightscope.inspect;

import java.util.Arrays;

/// How many zeros each row and each column of a matrix has.
///
/// @param row the number that all rows have; −1 where rows differ, 0 where they were not counted
/// @param column the number that all columns have; −1 where columns differ, 0 where they were not
///   counted
record ZeroCounts(int row, int column) {
    private static final ZeroCounts NONE = new ZeroCounts(0, 0);

    /// Reads the values only if all rows or all columns can have equally many.
    ///
    /// @param survey of the values; fewer zeros than there are rows or columns are not counted: no
    ///   law says so few
    static ZeroCounts of(TensorValues values, TensorSurvey survey, int rows, int columns) {
        long zeros = survey.zeros();
        boolean can = zeros % rows == 0 || zeros % columns == 0;
        if (!can || zeros < Math.min(rows, columns)) {
            return NONE;
        }
        int[] ofRow = new int[rows];
        int[] ofColumn = new int[columns];
        MatrixRows.visit(
                values,
                rows,
                columns,
                (row, block, at) -> {
                    for (int j = 0; j < columns; j++) {
                        int zero = block[at + j] == 0 ? 1 : 0;
                        ofRow[row] += zero;
                        ofColumn[j] += zero;
                    }
                });
        return new ZeroCounts(common(ofRow), common(ofColumn));
    }

    private static int common(int[] counts) {
        return Arrays.stream(counts).allMatch(count -> count == counts[0]) ? counts[0] : -1;
    }
}
