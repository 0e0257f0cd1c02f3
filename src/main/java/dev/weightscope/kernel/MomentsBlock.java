package dev.weightscope.kernel;

import java.util.Arrays;

/// Sums and counts of some rows of a panel, for each column by itself.
///
/// Sums run over the distances from the block's first value d: Σd and Σd². As that value belongs to
/// the block, Σd² exceeds the sum of squares about the mean at most (n + 1)-fold, so that
/// cancellation costs at most seven of double's 53 bits, whatever the mean. No sum of 64 floats or
/// their squares leaves double's range, so a sum is finite exactly where all values are.
///
/// Comparisons are done as arithmetic ([#step]), which the JIT compiler turns into vectors.
final class MomentsBlock {
    /// Rows of a block; part of the definition of every sum.
    static final int ROWS = 64;

    private final float[] values;
    private final int stride;
    private final int width;
    private final Counts.Bounds bounds;
    private final boolean bounded;
    private final float[] row;
    private final double[] shift;
    private final double[] sums;
    private final double[] sumsOfSquares;
    private final float[] lowest;
    private final float[] highest;
    private final float[] nonzero;
    private final float[] saturated;
    private int offset;
    private int rows;

    MomentsBlock(float[] values, int stride, int width, Counts.Bounds bounds) {
        this.values = values;
        this.stride = stride;
        this.width = width;
        this.bounds = bounds;
        this.bounded = bounds.high() < Float.POSITIVE_INFINITY;
        this.row = new float[width];
        this.shift = new double[width];
        this.sums = new double[width];
        this.sumsOfSquares = new double[width];
        this.lowest = new float[width];
        this.highest = new float[width];
        this.nonzero = new float[width];
        this.saturated = new float[width];
    }

    /// Takes `rowCount` rows whose first value is at `offset`, forgetting those before.
    void take(int newOffset, int rowCount) {
        offset = newOffset;
        rows = rowCount;
        Arrays.fill(sums, 0);
        Arrays.fill(sumsOfSquares, 0);
        Arrays.fill(lowest, Float.POSITIVE_INFINITY);
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
        Arrays.fill(nonzero, 0);
        Arrays.fill(saturated, 0);
        for (int j = 0; j < width; j++) {
            shift[j] = values[offset + j];
        }
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, offset + i * stride, row, 0, width);
            sum();
            compare();
            if (bounded) {
                saturate();
            }
        }
    }

    private void sum() {
        for (int j = 0; j < width; j++) {
            double distance = row[j] - shift[j];
            sums[j] += distance;
            sumsOfSquares[j] = Math.fma(distance, distance, sumsOfSquares[j]);
        }
    }

    private void compare() {
        for (int j = 0; j < width; j++) {
            float value = row[j];
            lowest[j] = Math.min(lowest[j], value);
            highest[j] = Math.max(highest[j], value);
            nonzero[j] += step(Math.abs(value));
        }
    }

    private void saturate() {
        float low = bounds.low();
        float high = bounds.high();
        for (int j = 0; j < width; j++) {
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

    /// Adds a column to the counts of its panel, but for its zeros.
    ///
    /// @return the number of its zeros
    long count(int j, Counts counts) {
        if (Double.isFinite(sums[j])) {
            counts.include(lowest[j], highest[j]);
            counts.saturated += (long) saturated[j];
            return rows - (long) nonzero[j];
        }
        long before = counts.zeros;
        for (int i = 0; i < rows; i++) {
            counts.add(values[offset + i * stride + j], bounds);
        }
        long zeros = counts.zeros - before;
        counts.zeros = before;
        return zeros;
    }
}
