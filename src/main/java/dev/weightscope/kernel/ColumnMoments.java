package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.ActivationFunction;
import java.util.Arrays;

/// The moments of one matrix, computed tile by tile in any order.
///
/// A column is summed in blocks of [MomentsBlock#ROWS] rows. Blocks, and then columns, are combined
/// in ascending order by Chan, Golub & LeVeque (1979), eq. 2.1: M = Mₐ + M_b + δ²·nₐ·n_b / (nₐ +
/// n_b). So neither the cut into tiles nor their order changes a bit.
///
/// Its storage, two doubles for each block of each column, is kept from matrix to matrix. It is an
/// array for each row of blocks: one for all would take the JVM long to make for a large matrix.
final class ColumnMoments {
    private int rows;
    private int columns;
    private ActivationFunction.Saturation saturation = ActivationFunction.Saturation.UNBOUNDED;
    private Counts counts = new Counts();
    private double[][] means = {};
    private double[][] squares = {};

    /// Columns with a value that is not 0; known only for rectified values. Several threads may set
    /// an element, all of them to true.
    private boolean[] alive = {};

    /// Starts anew with a matrix of which no tile is taken yet.
    ///
    /// @param newSaturation what "saturated" means
    /// @throws CancelledException if the work is no longer wanted
    void reset(
            int newRows,
            int newColumns,
            ActivationFunction.Saturation newSaturation,
            Cancellation cancellation) {
        rows = newRows;
        columns = newColumns;
        saturation = newSaturation;
        counts = new Counts();
        int blocks = Math.ceilDiv(rows, MomentsBlock.ROWS);
        means = grown(means, blocks, columns, cancellation);
        squares = grown(squares, blocks, columns, cancellation);
        if (saturation == ActivationFunction.Saturation.RECTIFIED) {
            if (alive.length < columns) {
                alive = new boolean[columns];
            }
            Arrays.fill(alive, 0, columns, false);
        }
    }

    private static double[][] grown(
            double[][] kept, int blocks, int columns, Cancellation cancellation) {
        double[][] grown = kept;
        if (kept.length < blocks) {
            grown = new double[blocks][0];
            System.arraycopy(kept, 0, grown, 0, kept.length);
        }
        for (int block = 0; block < blocks; block++) {
            if (grown[block].length < columns) {
                cancellation.throwIfCancelled();
                grown[block] = new double[columns];
            }
        }
        return grown;
    }

    /// Adds the values of a tile, each of which is to be added once; for several threads at once.
    ///
    /// @param values the whole matrix, row-major; not modified
    /// @param tile whose first row is a multiple of [MomentsBlock#ROWS], and whose end another one
    ///   or the number of rows
    /// @param block of the computing thread
    void take(float[] values, Tile tile, MomentsBlock block) {
        Counts taken = new Counts();
        block.reset(values, columns, Counts.Bounds.of(saturation));
        for (int row = tile.firstRow(); row < tile.endRow(); row += MomentsBlock.ROWS) {
            int height = Math.min(MomentsBlock.ROWS, tile.endRow() - row);
            double[] blockMeans = means[row / MomentsBlock.ROWS];
            double[] blockSquares = squares[row / MomentsBlock.ROWS];
            for (int j = tile.firstColumn(); j < tile.endColumn(); j += MomentsBlock.COLUMNS) {
                int width = Math.min(MomentsBlock.COLUMNS, tile.endColumn() - j);
                block.take(row * columns + j, height, width);
                block.count(taken);
                System.arraycopy(block.means, 0, blockMeans, j, width);
                System.arraycopy(block.squares, 0, blockSquares, j, width);
                if (saturation == ActivationFunction.Saturation.RECTIFIED) {
                    block.markAlive(alive, j);
                }
            }
        }
        block.release();
        add(taken);
    }

    private synchronized void add(Counts taken) {
        counts.add(taken);
    }

    /// The moments, after every tile was added. It overwrites the sums: [#reset] has to follow.
    ///
    /// @throws CancelledException if the work is no longer wanted
    Moments combine(Cancellation cancellation) {
        if (rows == 0 || columns == 0) {
            return Moments.EMPTY;
        }
        for (int start = MomentsBlock.ROWS; start < rows; start += MomentsBlock.ROWS) {
            cancellation.throwIfCancelled();
            combineBlock(start);
        }
        double[] columnMeans = means[0];
        double[] columnSquares = squares[0];
        double mean = 0;
        double sumOfSquares = 0;
        double sumOfRoots = 0;
        for (int j = 0; j < columns; j++) {
            double delta = columnMeans[j] - mean;
            mean += delta / (j + 1);
            sumOfSquares += columnSquares[j] + delta * delta * ((double) rows * j / (j + 1));
            sumOfRoots += Math.sqrt(columnSquares[j]);
        }
        countDeadColumns();
        long count = (long) rows * columns;
        double variance = sumOfSquares / count;
        Moments moments =
                counts.moments(
                        count,
                        mean,
                        Math.sqrt(variance),
                        Math.sqrt(variance + mean * mean),
                        sumOfRoots / Math.sqrt(rows) / columns);
        // One sample does not tell how a unit varies across samples.
        return rows == 1 ? moments.withPerUnitStd(Double.NaN) : moments;
    }

    /// Combines the block that starts at a row with those above it, in each column; the first block
    /// is overwritten by the result.
    private void combineBlock(int start) {
        combine(
                start,
                Math.min(MomentsBlock.ROWS, rows - start),
                means[start / MomentsBlock.ROWS],
                squares[start / MomentsBlock.ROWS],
                means[0],
                squares[0],
                columns);
    }

    /// Combines a block of n rows with the sums of all rows above it, in each column.
    ///
    /// @param above the number of rows above
    /// @param sumMeans modified
    /// @param sumSquares modified
    static void combine(
            int above,
            int n,
            double[] blockMeans,
            double[] blockSquares,
            double[] sumMeans,
            double[] sumSquares,
            int columns) {
        double weight = (double) above * n / (above + n);
        double share = (double) n / (above + n);
        for (int j = 0; j < columns; j++) {
            double delta = blockMeans[j] - sumMeans[j];
            sumMeans[j] += delta * share;
            sumSquares[j] += blockSquares[j] + delta * delta * weight;
        }
    }

    /// A rectified unit is saturated where it is 0 for every sample.
    private void countDeadColumns() {
        if (saturation == ActivationFunction.Saturation.RECTIFIED) {
            for (int j = 0; j < columns; j++) {
                if (!alive[j]) {
                    counts.saturated += rows;
                }
            }
        }
    }
}
