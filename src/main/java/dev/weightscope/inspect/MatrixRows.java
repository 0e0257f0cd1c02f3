package dev.weightscope.inspect;

/// The rows of a matrix, some of them at a time.
final class MatrixRows {
    /// Values of a block, unless a row is longer.
    private static final int BLOCK = 1 << 14;

    /// What is done with a row.
    interface Visitor {
        /// @param row its place, from 0
        /// @param values not to be modified nor kept
        /// @param at where the row begins in them
        void visit(int row, double[] values, int at);
    }

    private MatrixRows() {}

    static void visit(TensorValues values, int rows, int columns, Visitor visitor) {
        int rowsAtOnce = Math.clamp(BLOCK / columns, 1, rows);
        double[] block = new double[Math.multiplyExact(rowsAtOnce, columns)];
        for (int from = 0; from < rows; from += rowsAtOnce) {
            int some = Math.min(rowsAtOnce, rows - from);
            values.read((long) from * columns, some * columns, block);
            for (int i = 0; i < some; i++) {
                visitor.visit(from + i, block, i * columns);
            }
        }
    }
}
