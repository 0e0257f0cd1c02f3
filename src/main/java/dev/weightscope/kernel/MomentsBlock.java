package dev.weightscope.kernel;

import dev.weightscope.model.ActivationFunction;
import java.util.Arrays;

/// Sums and counts of some rows of a panel, for each column by itself.
///
/// Sums run over the distances from the block's first value d: Σd and Σd². As that value belongs to
/// the block, Σd² exceeds the sum of squares about the mean at most (n + 1)-fold, so that
/// cancellation costs at most seven of double's 53 bits, whatever the mean. No sum of 64 floats or
/// their squares leaves double's range, so a sum is finite exactly where all values are.
///
/// Comparisons are done as arithmetic ([#step]), which the JIT compiler turns into vectors.
class MomentsBlock {
    /// Rows of a block; part of the definition of every sum.
    static final int ROWS = 64;

    /// Columns of the widest panel.
    static final int COLUMNS = 256;

    private static final float[] NONE = {};

    float[] values = NONE;
    int stride;
    int width;
    Counts.Bounds bounds = Counts.Bounds.of(ActivationFunction.Range.UNBOUNDED);
    boolean bounded;
    private final float[] row = new float[COLUMNS];
    final double[] shift = new double[COLUMNS];
    final double[] sums = new double[COLUMNS];
    final double[] sumsOfSquares = new double[COLUMNS];
    final float[] lowest = new float[COLUMNS];
    final float[] highest = new float[COLUMNS];
    final float[] nonzero = new float[COLUMNS];
    final float[] saturated = new float[COLUMNS];

    /// Of all rows since [#over].
    final long[] zeros = new long[COLUMNS];

    int offset;
    int rows;

    /// Turns to a panel.
    ///
    /// @param newWidth at most [#COLUMNS]
    final void over(float[] newValues, int newStride, int newWidth, Counts.Bounds newBounds) {
        values = newValues;
        stride = newStride;
        width = newWidth;
        bounds = newBounds;
        bounded = newBounds.high() < Float.POSITIVE_INFINITY;
        Arrays.fill(zeros, 0);
        Arrays.fill(saturated, 0); // counted only where there are bounds
    }

    /// Lets go of the panel's values.
    final void release() {
        values = NONE;
    }

    /// Takes `rowCount` rows whose first value is at `newOffset`, forgetting those before.
    final void take(int newOffset, int rowCount) {
        offset = newOffset;
        rows = rowCount;
        for (int j = 0; j < width; j++) {
            shift[j] = values[offset + j];
        }
        takeColumns();
    }

    /// Fills the sums and counts of all columns.
    void takeColumns() {
        takeColumnsFrom(0);
    }

    /// Fills the sums and counts of the columns from `first` on.
    final void takeColumnsFrom(int first) {
        Arrays.fill(sums, first, width, 0);
        Arrays.fill(sumsOfSquares, first, width, 0);
        Arrays.fill(lowest, first, width, Float.POSITIVE_INFINITY);
        Arrays.fill(highest, first, width, Float.NEGATIVE_INFINITY);
        Arrays.fill(nonzero, first, width, 0);
        Arrays.fill(saturated, first, width, 0);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, offset + i * stride + first, row, first, width - first);
            sum(first);
            compare(first);
            if (bounded) {
                saturate(first);
            }
        }
    }

    private void sum(int first) {
        for (int j = first; j < width; j++) {
            double distance = row[j] - shift[j];
            sums[j] += distance;
            sumsOfSquares[j] = Math.fma(distance, distance, sumsOfSquares[j]);
        }
    }

    private void compare(int first) {
        for (int j = first; j < width; j++) {
            float value = row[j];
            lowest[j] = Math.min(lowest[j], value);
            highest[j] = Math.max(highest[j], value);
            nonzero[j] += step(Math.abs(value));
        }
    }

    private void saturate(int first) {
        float low = bounds.low();
        float high = bounds.high();
        for (int j = first; j < width; j++) {
            float value = row[j];
            saturated[j] += step(value - high) + step(low - value);
        }
    }

    /// 1 where a number is above 0, subnormal ones included, else 0.
    private static float step(float x) {
        return Math.max(0, Math.min(1, x * 0x1p127f * 0x1p23f));
    }

    double mean(int j) {
        return shift[j] + sums[j] / rows;
    }

    /// The sum of squares about the mean.
    double squares(int j) {
        return Math.max(0, sumsOfSquares[j] - sums[j] * sums[j] / rows);
    }

    /// Adds a column to the counts of its panel, but for its zeros, which are its own.
    void count(int j, Counts counts) {
        if (Double.isFinite(sums[j])) {
            counts.include(lowest[j], highest[j]);
            counts.saturated += (long) saturated[j];
            zeros[j] += rows - (long) nonzero[j];
            return;
        }
        long before = counts.zeros;
        for (int i = 0; i < rows; i++) {
            counts.add(values[offset + i * stride + j], bounds);
        }
        zeros[j] += counts.zeros - before;
        counts.zeros = before;
    }
}
