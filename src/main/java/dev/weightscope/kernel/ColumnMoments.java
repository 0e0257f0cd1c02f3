package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.ActivationFunction;
import java.util.Arrays;

/// The moments of one matrix, taken tile by tile in any order.
///
/// A column is summed in blocks of [MomentsBlock#ROWS] rows. Blocks, and then columns, are combined
/// in ascending order by Chan, Golub & LeVeque (1979), eq. 2.1: M = Mₐ + M_b + δ²·nₐ·n_b / (nₐ +
/// n_b). So neither the cut into tiles nor their order changes a bit.
///
/// Its storage, two doubles for each block of each column, is kept from matrix to matrix.
final class ColumnMoments {
    private int rows;
    private int columns;
    private ActivationFunction.Range range = ActivationFunction.Range.UNBOUNDED;
    private Counts counts = new Counts();
    private double[] means = {};
    private double[] squares = {};

    /// Columns with a value that is not 0; known only for rectified values. Several threads may set
    /// an element, all of them to true.
    private boolean[] alive = {};

    /// Turns to a matrix, of which nothing is taken yet.
    ///
    /// @param newRange what "saturated" means
    void over(int newRows, int newColumns, ActivationFunction.Range newRange) {
        rows = newRows;
        columns = newColumns;
        range = newRange;
        counts = new Counts();
        int length = Math.ceilDiv(rows, MomentsBlock.ROWS) * columns;
        if (means.length < length) {
            means = new double[length];
            squares = new double[length];
        }
        if (range == ActivationFunction.Range.RECTIFIED) {
            if (alive.length < columns) {
                alive = new boolean[columns];
            }
            Arrays.fill(alive, 0, columns, false);
        }
    }

    /// Takes the values of a tile; by several threads at once, each value once.
    ///
    /// @param values the whole matrix, row-major; not modified
    /// @param tile whose first row is a multiple of [MomentsBlock#ROWS], and whose end another one
    ///   or the number of rows
    /// @param block of the computing thread
    void take(float[] values, Tile tile, MomentsBlock block) {
        Counts taken = new Counts();
        block.over(values, columns, Counts.Bounds.of(range));
        for (int row = tile.firstRow(); row < tile.endRow(); row += MomentsBlock.ROWS) {
            int height = Math.min(MomentsBlock.ROWS, tile.endRow() - row);
            int at = row / MomentsBlock.ROWS * columns;
            for (int j = tile.firstColumn(); j < tile.endColumn(); j += MomentsBlock.COLUMNS) {
                int width = Math.min(MomentsBlock.COLUMNS, tile.endColumn() - j);
                block.take(row * columns + j, height, width);
                block.count(taken);
                System.arraycopy(block.means, 0, means, at + j, width);
                System.arraycopy(block.squares, 0, squares, at + j, width);
                if (range == ActivationFunction.Range.RECTIFIED) {
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

    /// After every value was taken; the next call needs another [#over].
    Moments combine() {
        if (rows == 0 || columns == 0) {
            return Moments.EMPTY;
        }
        for (int start = MomentsBlock.ROWS; start < rows; start += MomentsBlock.ROWS) {
            combineBlock(start);
        }
        double mean = 0;
        double sumOfSquares = 0;
        double sumOfRoots = 0;
        for (int j = 0; j < columns; j++) {
            double delta = means[j] - mean;
            mean += delta / (j + 1);
            sumOfSquares += squares[j] + delta * delta * ((double) rows * j / (j + 1));
            sumOfRoots += Math.sqrt(squares[j]);
        }
        countDeadColumns();
        long count = (long) rows * columns;
        double variance = sumOfSquares / count;
        return counts.moments(
                count,
                mean,
                Math.sqrt(variance),
                Math.sqrt(variance + mean * mean),
                sumOfRoots / Math.sqrt(rows) / columns);
    }

    /// Combines the block of each column that starts at a row with those above it, in the place of
    /// the first one.
    private void combineBlock(int start) {
        int n = Math.min(MomentsBlock.ROWS, rows - start);
        double weight = (double) start * n / (start + n);
        double share = (double) n / (start + n);
        int at = start / MomentsBlock.ROWS * columns;
        for (int j = 0; j < columns; j++) {
            double delta = means[at + j] - means[j];
            means[j] += delta * share;
            squares[j] += squares[at + j] + delta * delta * weight;
        }
    }

    /// A rectified unit is saturated where it is 0 for every sample.
    private void countDeadColumns() {
        if (range == ActivationFunction.Range.RECTIFIED) {
            for (int j = 0; j < columns; j++) {
                if (!alive[j]) {
                    counts.saturated += rows;
                }
            }
        }
    }
}
