package dev.weightscope.kernel;

import dev.weightscope.model.ActivationFunction;
import java.util.Arrays;

/// Sums and counts of some rows of a panel, for each column by itself.
///
/// Sums run over the distances d from the block's first value s: Σd and Σd². As s belongs to the
/// block, Σd² exceeds the sum of squares about the mean at most (n + 1)-fold, so that cancellation
/// costs at most seven of double's 53 bits, whatever the mean. No sum of 64 floats or their squares
/// leaves double's range. The mean is s + Σd·(1/n), and the sum of squares about it is Σd² −
/// Σd·Σd·(1/n) or 0 where that is less, from left to right.
///
/// Comparisons are done as arithmetic ([UnitStep]).
class MomentsBlock {
    /// Rows of a block; part of the definition of every sum.
    static final int ROWS = 64;

    /// Columns of the widest panel.
    static final int COLUMNS = 256;

    private static final float[] NONE = {};

    float[] values = NONE;
    int stride;
    Counts.Bounds bounds = Counts.Bounds.of(ActivationFunction.Saturation.UNBOUNDED);
    int offset;
    int rows;
    private int width;
    private final float[] row = new float[COLUMNS];
    private final double[] shift = new double[COLUMNS];
    private final double[] sums = new double[COLUMNS];

    final double[] means = new double[COLUMNS];

    /// Sums of squares about the mean.
    final double[] squares = new double[COLUMNS];

    /// The smallest values; not finite where a value is infinite or NaN, or [#highest] is not.
    final float[] lowest = new float[COLUMNS];

    final float[] highest = new float[COLUMNS];

    /// Numbers of values; unspecified where one is not finite.
    final float[] zeros = new float[COLUMNS];

    final float[] saturated = new float[COLUMNS];

    /// Starts anew with a matrix.
    final void reset(float[] newValues, int newStride, Counts.Bounds newBounds) {
        values = newValues;
        stride = newStride;
        bounds = newBounds;
    }

    /// Drops the reference to the matrix, which would keep it from being collected.
    final void release() {
        values = NONE;
    }

    /// Computes the sums and counts of the panel whose first value is at `newOffset`, instead of
    /// those of the panel before.
    ///
    /// @param newRows 1..[#ROWS]
    /// @param newWidth at most [#COLUMNS]
    final void take(int newOffset, int newRows, int newWidth) {
        offset = newOffset;
        rows = newRows;
        width = newWidth;
        takeColumns(newWidth);
    }

    /// Fills the results of all columns.
    void takeColumns(int count) {
        Arrays.fill(sums, 0, count, 0);
        Arrays.fill(squares, 0, count, 0);
        Arrays.fill(lowest, 0, count, Float.POSITIVE_INFINITY);
        Arrays.fill(highest, 0, count, Float.NEGATIVE_INFINITY);
        Arrays.fill(zeros, 0, count, rows);
        Arrays.fill(saturated, 0, count, 0);
        for (int j = 0; j < count; j++) {
            shift[j] = values[offset + j];
        }
        boolean bounded = bounds.high() < Float.POSITIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, offset + i * stride, row, 0, count);
            sum(count);
            compare(count);
            if (bounded) {
                saturate(count);
            }
        }
        divide(count);
    }

    private void sum(int count) {
        for (int j = 0; j < count; j++) {
            double distance = row[j] - shift[j];
            sums[j] += distance;
            squares[j] = Math.fma(distance, distance, squares[j]);
        }
    }

    private void compare(int count) {
        for (int j = 0; j < count; j++) {
            float value = row[j];
            lowest[j] = Math.min(lowest[j], value);
            highest[j] = Math.max(highest[j], value);
            zeros[j] -= UnitStep.of(Math.abs(value));
        }
    }

    private void saturate(int count) {
        float low = bounds.low();
        float high = bounds.high();
        for (int j = 0; j < count; j++) {
            float value = row[j];
            saturated[j] += UnitStep.of(Math.max(value - high, low - value));
        }
    }

    private void divide(int count) {
        double share = 1.0 / rows;
        for (int j = 0; j < count; j++) {
            means[j] = shift[j] + sums[j] * share;
            squares[j] = Math.max(0, squares[j] - sums[j] * sums[j] * share);
        }
    }

    /// Adds the panel to counts.
    final void count(Counts counts) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        int zero = 0;
        int outside = 0;
        for (int j = 0; j < width; j++) {
            low = Math.min(low, lowest[j]);
            high = Math.max(high, highest[j]);
            zero += (int) zeros[j];
            outside += (int) saturated[j];
        }
        if (low >= -Float.MAX_VALUE && high <= Float.MAX_VALUE) {
            counts.include(low, high);
            counts.zeros += zero;
            counts.saturated += outside;
        } else {
            countEach(counts);
        }
    }

    private void countEach(Counts counts) {
        for (int i = 0; i < rows; i++) {
            int start = offset + i * stride;
            for (int j = start; j < start + width; j++) {
                counts.add(values[j], bounds);
            }
        }
    }

    /// Sets the elements from `at` on whose columns have a value other than 0.
    final void markAlive(boolean[] alive, int at) {
        for (int j = 0; j < width; j++) {
            if (!alive[at + j] && !(lowest[j] == 0 && highest[j] == 0)) {
                alive[at + j] = true;
            }
        }
    }
}
