package dev.weightscope.kernel;

import dev.weightscope.model.ActivationFunction;
import java.util.Arrays;

/// The moments of one matrix, cut into panels of columns that are computed by themselves.
///
/// A column is taken in blocks of [MomentsBlock#ROWS] rows. Blocks, and then columns, are combined
/// in ascending order by Chan, Golub & LeVeque (1979), eq. 2.1: M = Mₐ + M_b + δ²·nₐ·n_b / (nₐ +
/// n_b). So the width of a panel changes no bit.
final class ColumnMoments {
    private static final int PANEL = 256;

    /// Makes the block that a panel is summed in.
    interface Blocks {
        MomentsBlock make(float[] values, int stride, int width, Counts.Bounds bounds);
    }

    private final Blocks blocks;
    private final float[] values;
    private final int rows;
    private final int columns;
    private final ActivationFunction.Range range;
    private final double[] means;
    private final double[] squares;
    private final Counts[] counts;

    ColumnMoments(
            Blocks blocks, float[] values, int rows, int columns, ActivationFunction.Range range) {
        this.blocks = blocks;
        this.values = values;
        this.rows = rows;
        this.columns = columns;
        this.range = range;
        this.means = new double[columns];
        this.squares = new double[columns];
        this.counts = new Counts[panels()];
        Arrays.setAll(counts, _ -> new Counts());
    }

    int panels() {
        return Math.ceilDiv(columns, PANEL);
    }

    void compute(int panel, Cancellation cancellation) {
        int first = panel * PANEL;
        int width = Math.min(columns - first, PANEL);
        Counts count = counts[panel];
        MomentsBlock block = blocks.make(values, columns, width, Counts.Bounds.of(range));
        long[] zeros = new long[width];
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
                zeros[j] += block.count(j, count);
            }
        }
        for (long zero : zeros) {
            count.zeros += zero;
            if (range == ActivationFunction.Range.RECTIFIED && zero == rows) {
                count.saturated += rows;
            }
        }
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
