package dev.weightscope.kernel;

import dev.weightscope.model.ActivationFunction;
import java.util.Arrays;

/// The moments of one matrix, cut into panels of columns that are computed by themselves.
///
/// A column is taken in blocks of [MomentsBlock#ROWS] rows. Blocks, and then columns, are combined
/// in ascending order by Chan, Golub & LeVeque (1979), eq. 2.1: M = Mₐ + M_b + δ²·nₐ·n_b / (nₐ +
/// n_b). So the width of a panel changes no bit.
final class ColumnMoments {
    private static final int PANEL = MomentsBlock.COLUMNS;

    private final float[] values;
    private final int rows;
    private final int columns;
    private final ActivationFunction.Range range;
    private final double[] means;
    private final double[] squares;
    private final Counts[] counts;

    /// @param scratch of the calling thread, until [#combine]
    ColumnMoments(
            float[] values,
            int rows,
            int columns,
            ActivationFunction.Range range,
            Scratch scratch) {
        this.values = values;
        this.rows = rows;
        this.columns = columns;
        this.range = range;
        this.means = scratch.means(columns);
        this.squares = scratch.squares(columns);
        this.counts = new Counts[panels()];
        Arrays.setAll(counts, _ -> new Counts());
    }

    int panels() {
        return Math.ceilDiv(columns, PANEL);
    }

    /// @param block of the computing thread
    void compute(int panel, MomentsBlock block, Cancellation cancellation) {
        int first = panel * PANEL;
        int width = Math.min(columns - first, PANEL);
        Counts count = counts[panel];
        block.over(values, columns, width, Counts.Bounds.of(range));
        for (int start = 0; start < rows; start += MomentsBlock.ROWS) {
            cancellation.throwIfCancelled();
            int n = Math.min(MomentsBlock.ROWS, rows - start);
            block.take(start * columns + first, n);
            double weight = (double) start * n / (start + n);
            double share = (double) n / (start + n);
            for (int j = 0; j < width; j++) {
                double delta = block.mean(j) - means[first + j];
                means[first + j] += delta * share;
                squares[first + j] += block.squares(j) + delta * delta * weight;
                block.count(j, count);
            }
        }
        for (int j = 0; j < width; j++) {
            count.zeros += block.zeros[j];
            if (range == ActivationFunction.Range.RECTIFIED && block.zeros[j] == rows) {
                count.saturated += rows;
            }
        }
        block.release();
    }

    /// After all panels.
    Moments combine() {
        if (rows == 0 || columns == 0) {
            return Moments.EMPTY;
        }
        Counts total = new Counts();
        for (Counts each : counts) {
            total.add(each);
        }
        double mean = 0;
        double sumOfSquares = 0;
        double sumOfStds = 0;
        for (int j = 0; j < columns; j++) {
            double delta = means[j] - mean;
            mean += delta / (j + 1);
            sumOfSquares += squares[j] + delta * delta * ((double) rows * j / (j + 1));
            sumOfStds += Math.sqrt(squares[j] / rows);
        }
        long count = (long) rows * columns;
        double variance = sumOfSquares / count;
        return total.moments(
                count,
                mean,
                Math.sqrt(variance),
                Math.sqrt(variance + mean * mean),
                sumOfStds / columns);
    }
}
