package dev.weightscope.inspect;

/// The std of each row and of each column of a matrix: a row that never moved, or moved most,
/// shows.
///
/// A row's or column's values that are not finite make its std NaN.
public final class SideStds {
    private final double[] rows;
    private final double[] columns;

    private SideStds(double[] rows, double[] columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /// @param mean of all values, or near it, that sums are taken about
    /// @throws IllegalArgumentException if the matrix has another number of values
    public static SideStds of(TensorValues values, int rows, int columns, double mean) {
        if ((long) rows * columns != values.count()) {
            throw new IllegalArgumentException(
                    "%d x %d weights, but %d values".formatted(rows, columns, values.count()));
        }
        double[] ofRows = new double[rows];
        double[] sums = new double[columns];
        double[] squares = new double[columns];
        MatrixRows.visit(
                values,
                rows,
                columns,
                (row, block, at) -> {
                    double sum = 0;
                    double square = 0;
                    for (int j = 0; j < columns; j++) {
                        double d = block[at + j] - mean;
                        sum += d;
                        square += d * d;
                        sums[j] += d;
                        squares[j] += d * d;
                    }
                    ofRows[row] = std(sum, square, columns);
                });
        double[] ofColumns = new double[columns];
        for (int j = 0; j < columns; j++) {
            ofColumns[j] = std(sums[j], squares[j], rows);
        }
        return new SideStds(ofRows, ofColumns);
    }

    private static double std(double sum, double squares, int count) {
        double mean = sum / count;
        double variance = squares / count - mean * mean;
        return Math.sqrt(variance < 0 ? 0 : variance);
    }

    /// A copy, in the order of the rows.
    public double[] rows() {
        return rows.clone();
    }

    /// A copy, in the order of the columns.
    public double[] columns() {
        return columns.clone();
    }
}
