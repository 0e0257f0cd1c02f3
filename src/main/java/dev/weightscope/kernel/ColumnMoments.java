package dev.weightscope.kernel;

import dev.weightscope.model.ActivationFunction;
import java.util.Arrays;

/// The moments of one matrix, cut into panels of columns that are computed by themselves.
///
/// A column is taken in blocks of [#BLOCK] rows. Within a block, sums run over the distances from
/// the block's first value d: Σd and Σd². As that value belongs to the block, Σd² exceeds the sum
/// of squares about the mean at most (n + 1)-fold, so that cancellation costs at most seven bits of
/// double's 53, whatever the mean. Blocks, and then columns, are combined in ascending order by
/// Chan, Golub & LeVeque (1979), eq. 2.1: M = Mₐ + M_b + δ²·nₐ·n_b / (nₐ + n_b).
final class ColumnMoments {
    static final int BLOCK = 64;
    static final int PANEL = 128;

    private final float[] values;
    private final int rows;
    private final int columns;
    private final ActivationFunction.Range range;
    private final double[] means;
    private final double[] squares;
    private final Counts[] counts;

    ColumnMoments(float[] values, int rows, int columns, ActivationFunction.Range range) {
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
        int last = Math.min(columns - first, PANEL) + first;
        for (int j = first; j < last; j++) {
            cancellation.throwIfCancelled();
            column(j, counts[panel]);
        }
    }

    private void column(int j, Counts count) {
        long zerosBefore = count.zeros;
        for (int start = 0; start < rows; start += BLOCK) {
            int end = Math.min(BLOCK, rows - start) + start;
            double shift = values[start * columns + j];
            double sum = 0;
            double sumOfSquares = 0;
            for (int i = start; i < end; i++) {
                float value = values[i * columns + j];
                double distance = value - shift;
                sum += distance;
                sumOfSquares = Math.fma(distance, distance, sumOfSquares);
                count.add(value, range);
            }
            int n = end - start;
            double blockMean = shift + sum / n;
            double blockSquares = Math.max(0, sumOfSquares - sum * sum / n);
            double delta = blockMean - means[j];
            means[j] += delta * n / end;
            squares[j] += blockSquares + delta * delta * ((double) start * n / end);
        }
        if (range == ActivationFunction.Range.RECTIFIED && count.zeros - zerosBefore == rows) {
            count.saturated += rows;
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

    /// What is counted rather than summed.
    private static final class Counts {
        private long zeros;
        private long saturated;
        private long positiveInfinite;
        private long negativeInfinite;
        private long nan;
        private float min = Float.POSITIVE_INFINITY;
        private float max = Float.NEGATIVE_INFINITY;
        private boolean anyNumber;

        void add(float value, ActivationFunction.Range range) {
            if (Float.isNaN(value)) {
                nan++;
                return;
            }
            anyNumber = true;
            min = Math.min(min, value);
            max = Math.max(max, value);
            if (value == 0) {
                zeros++;
            }
            if (value == Float.POSITIVE_INFINITY) {
                positiveInfinite++;
            } else if (value == Float.NEGATIVE_INFINITY) {
                negativeInfinite++;
            }
            switch (range) {
                case MINUS_ONE_TO_ONE -> saturated += Math.abs(value) > 0.97 ? 1 : 0;
                case ZERO_TO_ONE -> saturated += value > 0.985 || value < 0.015 ? 1 : 0;
                case UNBOUNDED, RECTIFIED -> {}
            }
        }

        void add(Counts other) {
            zeros += other.zeros;
            saturated += other.saturated;
            positiveInfinite += other.positiveInfinite;
            negativeInfinite += other.negativeInfinite;
            nan += other.nan;
            min = Math.min(min, other.min);
            max = Math.max(max, other.max);
            anyNumber |= other.anyNumber;
        }

        Moments moments(long count, double mean, double std, double rms, double perUnitStd) {
            float least = anyNumber ? min : Float.NaN;
            float largest = anyNumber ? max : Float.NaN;
            long infinite = positiveInfinite + negativeInfinite;
            if (nan == 0 && infinite == 0) {
                return new Moments(
                        count, mean, std, rms, perUnitStd, least, largest, zeros, saturated, 0, 0);
            }
            double spread = nan > 0 ? Double.NaN : Double.POSITIVE_INFINITY;
            double limit =
                    (positiveInfinite > 0 ? Double.POSITIVE_INFINITY : 0)
                            + (negativeInfinite > 0 ? Double.NEGATIVE_INFINITY : 0);
            return new Moments(
                    count,
                    nan > 0 ? Double.NaN : limit,
                    spread,
                    spread,
                    spread,
                    least,
                    largest,
                    zeros,
                    saturated,
                    infinite,
                    nan);
        }
    }
}
