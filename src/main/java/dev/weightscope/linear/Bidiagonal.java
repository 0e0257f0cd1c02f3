package dev.weightscope.linear;

import dev.weightscope.kernel.Cancellation;
import java.util.Arrays;

/// A matrix is made bidiagonal by Householder reflections from both sides, which leave its singular
/// values as they are (Golub & Kahan 1965).
///
/// In blocks of columns, as Dongarra, Sorensen & Hammarling 1989: within a block the reflections
/// are kept in four thin matrices, A − V·Yᵀ − X·Uᵀ, and the rest of A is only read, twice for each
/// column; then the whole block is subtracted at once.
final class Bidiagonal {
    private static final int BLOCK = 32;

    private final double[][] matrix;
    private final int rows;
    private final int columns;
    private final double[] diagonal;
    private final double[] superdiagonal;

    /// The columns of V and of X, those of U and of Y.
    private final double[][] v = new double[BLOCK][];

    private final double[][] x = new double[BLOCK][];
    private final double[][] u = new double[BLOCK][];
    private final double[][] y = new double[BLOCK][];

    /// @param matrix its rows, no fewer than columns; overwritten by [#reduce]
    Bidiagonal(double[][] matrix, int columns) {
        this.matrix = matrix;
        this.rows = matrix.length;
        this.columns = columns;
        diagonal = new double[columns];
        superdiagonal = new double[Math.max(0, columns - 1)];
        for (int p = 0; p < BLOCK; p++) {
            v[p] = new double[rows];
            x[p] = new double[rows];
            u[p] = new double[columns];
            y[p] = new double[columns];
        }
    }

    /// How many values beside the matrix are held at once.
    static long work(int rows, int columns) {
        return 2L * BLOCK * (rows + columns) + 2L * columns;
    }

    /// One for each column; of either sign.
    double[] diagonal() {
        return diagonal;
    }

    /// One less; of either sign.
    double[] superdiagonal() {
        return superdiagonal;
    }

    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    void reduce(Cancellation cancellation) {
        for (int first = 0; first < columns; first += BLOCK) {
            int steps = Math.min(columns - first, BLOCK);
            for (int step = 0; step < steps; step++) {
                cancellation.throwIfCancelled();
                column(step, first + step);
                if (first + step + 1 < columns) {
                    row(step, first + step);
                }
            }
            subtract(steps, first + steps, cancellation);
        }
    }

    /// Reflects column k, and finds what that does to the columns behind it: y = τ·Aᵀv.
    private void column(int step, int k) {
        double[] reflected = v[step];
        for (int i = k; i < rows; i++) {
            reflected[i] = matrix[i][k];
        }
        for (int p = 0; p < step; p++) {
            Rows.add(-y[p][k], v[p], reflected, k, rows);
            Rows.add(-u[p][k], x[p], reflected, k, rows);
        }
        Reflection reflection = Reflection.of(reflected, k, rows);
        diagonal[k] = reflection.value();
        double[] product = y[step];
        Arrays.fill(product, k + 1, columns, 0);
        Rows.addAll(reflected, k, rows, matrix, product, k + 1, columns);
        for (int p = 0; p < step; p++) {
            Rows.add(-Rows.dot(v[p], reflected, k, rows), y[p], product, k + 1, columns);
            Rows.add(-Rows.dot(x[p], reflected, k, rows), u[p], product, k + 1, columns);
        }
        Rows.scale(reflection.factor(), product, k + 1, columns);
    }

    /// Reflects row k behind its diagonal, and finds what that does to the rows below: x = τ·A·u.
    private void row(int step, int k) {
        double[] reflected = u[step];
        System.arraycopy(matrix[k], k + 1, reflected, k + 1, columns - k - 1);
        for (int p = 0; p <= step; p++) {
            Rows.add(-v[p][k], y[p], reflected, k + 1, columns);
        }
        for (int p = 0; p < step; p++) {
            Rows.add(-x[p][k], u[p], reflected, k + 1, columns);
        }
        Reflection reflection = Reflection.of(reflected, k + 1, columns);
        superdiagonal[k] = reflection.value();
        double[] product = x[step];
        for (int i = k + 1; i < rows; i++) {
            product[i] = Rows.dot(matrix[i], reflected, k + 1, columns);
        }
        for (int p = 0; p <= step; p++) {
            Rows.add(-Rows.dot(y[p], reflected, k + 1, columns), v[p], product, k + 1, rows);
        }
        for (int p = 0; p < step; p++) {
            Rows.add(-Rows.dot(u[p], reflected, k + 1, columns), x[p], product, k + 1, rows);
        }
        Rows.scale(reflection.factor(), product, k + 1, rows);
    }

    /// A −= V·Yᵀ + X·Uᵀ, of the rows and columns from `end` on.
    private void subtract(int steps, int end, Cancellation cancellation) {
        RowProduct.add((i, p) -> -v[p][i], y, steps, matrix, end, rows, end, columns, cancellation);
        RowProduct.add((i, p) -> -x[p][i], u, steps, matrix, end, rows, end, columns, cancellation);
    }
}
