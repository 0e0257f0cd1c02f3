package dev.weightscope.jacobian;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.linear.RowProduct;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The derivative of a layer's units by the network's input, 2^exponent · rows: a matrix units ×
/// inputs, of which only rows that may differ from 0 are held.
///
/// @param width how many units there are
/// @param units those that have a row, ascending
/// @param rows one for each of them; not modified but by who made them
/// @param columns how many inputs there are
/// @param rank that the matrix has at most
record Tangent(int width, int[] units, double[][] rows, int columns, long exponent, int rank) {
    /// Rows that a thread computes at once.
    private static final int SHARE = 32;

    /// Largest magnitudes are kept within 2^±this.
    private static final int MOST_EXPONENT = 100;

    /// By itself.
    static Tangent ofInput(int inputs) {
        double[][] rows = new double[inputs][inputs];
        for (int i = 0; i < inputs; i++) {
            rows[i][i] = 1;
        }
        return new Tangent(inputs, all(inputs), rows, inputs, 0, inputs);
    }

    private static int[] all(int width) {
        return IntStream.range(0, width).toArray();
    }

    /// Through weights, each unit then multiplied by its slope.
    ///
    /// @param weights a row for each unit of this
    /// @param slopes one for each unit behind the weights; those of 0 get no row
    /// @param weightRank that the weights have at most
    Tangent through(
            double[][] weights,
            double[] slopes,
            int weightRank,
            Kernel kernel,
            Cancellation cancellation) {
        int[] behind = IntStream.range(0, slopes.length).filter(i -> slopes[i] != 0).toArray();
        double[][] results = new double[behind.length][columns];
        kernel.share(
                Math.ceilDiv(behind.length, SHARE),
                cancellation,
                task -> {
                    int first = task * SHARE;
                    int last = Math.min(behind.length, first + SHARE);
                    RowProduct.add(
                            (result, from, some, to, at) -> {
                                for (int t = 0; t < some; t++) {
                                    to[at + t] = weights[units[from + t]][behind[result]];
                                }
                            },
                            rows,
                            units.length,
                            results,
                            first,
                            last,
                            0,
                            columns,
                            cancellation);
                    for (int i = first; i < last; i++) {
                        multiply(results[i], slopes[behind[i]]);
                    }
                });
        int most = Math.min(Math.min(rank, weightRank), behind.length);
        return new Tangent(slopes.length, behind, results, columns, exponent, most);
    }

    /// Each unit multiplied by its slope.
    Tangent times(double[] slopes) {
        int[] kept = IntStream.range(0, units.length).filter(i -> slopes[units[i]] != 0).toArray();
        double[][] scaled = new double[kept.length][];
        int[] keptUnits = new int[kept.length];
        for (int i = 0; i < kept.length; i++) {
            keptUnits[i] = units[kept[i]];
            scaled[i] = rows[kept[i]].clone();
            multiply(scaled[i], slopes[keptUnits[i]]);
        }
        return new Tangent(
                width, keptUnits, scaled, columns, exponent, Math.min(rank, kept.length));
    }

    /// The sum with a multiple of another of the same exponent, whose units it has in all: what a
    /// skip leads past a branch, and the branch.
    ///
    /// @param branch its own rank counts for nothing
    Tangent plus(double factor, Tangent branch) {
        double[][] dense = dense();
        for (int i = 0; i < branch.units.length; i++) {
            double[] to = dense[branch.units[i]];
            double[] from = branch.rows[i];
            for (int j = 0; j < columns; j++) {
                to[j] = Math.fma(factor, from[j], to[j]);
            }
        }
        return new Tangent(width, all(width), dense, columns, exponent, rank);
    }

    /// Through a norm over the units.
    Tangent through(UnitNorm norm) {
        double[][] dense = dense();
        norm.carry(dense, columns);
        return new Tangent(
                width, all(width), dense, columns, exponent, Math.min(rank, norm.rank()));
    }

    /// The same matrix with its largest magnitude near 1, where it has gone far from it: a product
    /// of very many layers never leaves the range of double.
    Tangent balanced() {
        double largest = 0;
        for (double[] row : rows) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        int shift = Math.getExponent(largest);
        if (largest == 0
                || !(largest < Double.POSITIVE_INFINITY)
                || Math.abs(shift) <= MOST_EXPONENT) {
            return this;
        }
        double[][] scaled = new double[rows.length][columns];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                scaled[i][j] = Math.scalb(rows[i][j], -shift);
            }
        }
        return new Tangent(width, units, scaled, columns, exponent + shift, rank);
    }

    /// A copy of the rows that are held.
    double[][] copy() {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /// A copy with rows of zeros where none is held.
    private double[][] dense() {
        double[][] dense = new double[width][];
        for (int i = 0; i < units.length; i++) {
            dense[units[i]] = rows[i].clone();
        }
        for (int i = 0; i < width; i++) {
            if (dense[i] == null) {
                dense[i] = new double[columns];
            }
        }
        return dense;
    }

    private static void multiply(double[] row, double factor) {
        for (int j = 0; j < row.length; j++) {
            row[j] *= factor;
        }
    }
}
