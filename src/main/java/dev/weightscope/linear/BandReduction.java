package dev.weightscope.linear;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.RowLoops;
import java.util.Arrays;

/// A matrix is made an upper band by Householder reflections from both sides, which leave its
/// singular values as they are.
///
/// In blocks, as the first of the two stages of [Großer & Lang
/// 1999](https://doi.org/10.1016/S0167-8191(99)00041-1): the first columns are reflected to a
/// triangle, then the first rows of the rest, in turns. All reflections of a block go to the rest
/// at once, I − Vᵀ·T·V, by products of matrices. What remains is turned whenever it is written, so
/// that rows are columns the next time, and all loops go along rows.
final class BandReduction {
    /// Superdiagonals of the band: more of them make the first stage faster and the second slower.
    static final int WIDTH = 16;

    /// Rows that are updated and then turned, while they are in the cache.
    private static final int STRIP = 16;

    private final double[][] band;
    private final double[][] reflectors;
    private final double[][] products;
    private final double[] overlaps = new double[WIDTH];
    private final double[] factors = new double[WIDTH];
    private double[][] matrix;
    private double[][] turned;
    private int rows;
    private int columns;

    /// The first row of the band that the next block makes.
    private int done;

    /// Whether rows and columns have changed places.
    private boolean isTurned;

    /// @param matrix its rows, no fewer than columns; overwritten by [#reduce]
    /// @param turned as many rows as the matrix has columns, each as long as it has rows;
    ///   overwritten
    BandReduction(double[][] matrix, double[][] turned) {
        this.matrix = matrix;
        this.turned = turned;
        rows = matrix.length;
        columns = turned.length;
        band = new double[columns][WIDTH + 1];
        reflectors = new double[WIDTH][rows];
        products = new double[WIDTH][rows];
    }

    /// How many values beside the two matrices are held at once.
    static long work(int rows, int columns) {
        return 2L * WIDTH * rows + (WIDTH + 1L) * columns + 2L * WIDTH;
    }

    /// @return element k of row i is that of row i and column i + k of the band
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    double[][] reduce(Cancellation cancellation) {
        int width = Math.min(WIDTH, columns);
        int count = triangle(width, cancellation);
        while (columns > width) {
            reflect(width, count, cancellation);
            double[][] next = turned;
            turned = matrix;
            matrix = next;
            int left = columns - width;
            columns = rows;
            rows = left;
            done += isTurned ? WIDTH : 0;
            isTurned = !isTurned;
            width = Math.min(WIDTH, columns);
            count = triangle(width, cancellation);
        }
        return band;
    }

    /// Reflects the first columns to a triangle, which goes to the band.
    ///
    /// @return how many reflections there are
    private int triangle(int width, Cancellation cancellation) {
        for (int i = 0; i < rows; i++) {
            double[] row = matrix[i];
            for (int t = 0; t < width; t++) {
                reflectors[t][i] = row[t];
            }
        }
        int count = Math.min(width, rows);
        for (int t = 0; t < count; t++) {
            cancellation.throwIfCancelled();
            double[] reflector = reflectors[t];
            Reflection reflection = Reflection.of(reflector, t, rows);
            factors[t] = reflection.factor();
            keep(t, t, reflection.value());
            RowLoops.reflectRows(reflector, reflection.factor(), reflectors, t + 1, width, t, rows);
        }
        for (int t = 1; t < width; t++) {
            for (int i = 0; i < Math.min(t, count); i++) {
                keep(i, t, reflectors[t][i]);
            }
            Arrays.fill(reflectors[t], 0, Math.min(t, rows), 0);
        }
        return count;
    }

    /// Of the triangle, which is turned back where all is.
    private void keep(int row, int column, double value) {
        if (isTurned) {
            band[done + column][WIDTH + row - column] = value;
        } else {
            band[done + row][column - row] = value;
        }
    }

    /// Reflects the rest, and turns it.
    private void reflect(int width, int count, Cancellation cancellation) {
        for (int t = 0; t < count; t++) {
            Arrays.fill(products[t], width, columns, 0);
        }
        RowProduct.add(
                (t, first, some, to, at) -> System.arraycopy(reflectors[t], first, to, at, some),
                matrix,
                rows,
                products,
                0,
                count,
                width,
                columns,
                cancellation);
        for (int t = 0; t < count; t++) {
            RowLoops.dots(reflectors[t], reflectors, 0, t, t, rows, overlaps);
            RowLoops.add(overlaps, products, 0, t, products, t, t + 1, width, columns);
            double[] product = products[t];
            for (int j = width; j < columns; j++) {
                product[j] *= -factors[t];
            }
        }
        for (int first = 0; first < rows; first += STRIP) {
            int last = Math.min(rows, first + STRIP);
            RowProduct.add(
                    (i, from, some, to, at) -> {
                        for (int t = 0; t < some; t++) {
                            to[at + t] = reflectors[from + t][i];
                        }
                    },
                    products,
                    count,
                    matrix,
                    first,
                    last,
                    width,
                    columns,
                    cancellation);
            RowLoops.turn(matrix, first, last, width, columns, turned);
        }
    }
}
