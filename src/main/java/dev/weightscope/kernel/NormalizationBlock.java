package dev.weightscope.kernel;

import dev.weightscope.model.Normalization;
import java.util.Arrays;

/// The sums of a normalization and the way through it and back, as [ActivationLayer] and
/// [ActivationGradient] define them: of a row, or of some columns at a time.
///
/// Element i of a piece of a row has its sums at `i & mask`: for columns that is the column, for a
/// row one of the [#PARTS] that its sums are taken in. Where they are means, those of a row stand
/// in all parts. So one loop serves both.
class NormalizationBlock {
    /// Of a sum along a row; part of the definition of its bits.
    static final int PARTS = 16;

    /// Most columns at a time.
    static final int COLUMNS = 64;

    private static final int ROW = PARTS - 1;
    private static final int ALL = -1;

    int mask = ALL;

    /// μ.
    final double[] means = new double[COLUMNS];

    /// r.
    final double[] factors = new double[COLUMNS];

    /// Of x or of d, and then the mean of d.
    final double[] sums = new double[COLUMNS];

    /// Of (x − μ)² or d · x̂, and then the mean of d · x̂.
    final double[] products = new double[COLUMNS];

    /// Computes the statistics of a row.
    ///
    /// @param normalization along rows
    final void takeRow(Normalization normalization, float[] x, int at, int count) {
        mask = ROW;
        double mean = 0;
        if (normalization == Normalization.LAYER) {
            Arrays.fill(sums, 0, PARTS, 0);
            addValues(x, at, 0, count);
            mean = total(sums) / count;
        }
        Arrays.fill(means, 0, PARTS, mean);
        Arrays.fill(products, 0, PARTS, 0);
        addSquares(x, at, 0, count);
        Arrays.fill(factors, 0, PARTS, factor(total(products) / count));
    }

    /// Computes the statistics of columns.
    ///
    /// @param width at most [#COLUMNS]
    final void takeColumns(
            Matrix x, int firstColumn, int width, MomentsBlock block, Cancellation cancellation) {
        mask = ALL;
        block.reset(
                x.values(),
                x.columns(),
                new Counts.Bounds(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY));
        Arrays.fill(means, 0, width, 0);
        Arrays.fill(products, 0, width, 0);
        for (int row = 0; row < x.rows(); row += MomentsBlock.ROWS) {
            cancellation.throwIfCancelled();
            int height = Math.min(MomentsBlock.ROWS, x.rows() - row);
            block.take(row * x.columns() + firstColumn, height, width);
            ColumnMoments.combine(row, height, block.means, block.squares, means, products, width);
        }
        block.release();
        for (int j = 0; j < width; j++) {
            factors[j] = factor(products[j] / x.rows());
        }
    }

    private static double factor(double variance) {
        return 1 / Math.sqrt(variance + Normalization.EPSILON);
    }

    /// Starts the sums over gradients anew.
    final void beginGradient() {
        Arrays.fill(sums, 0);
        Arrays.fill(products, 0);
    }

    /// Ends the sums over the gradients of a row.
    final void endRow(Normalization normalization, int count) {
        boolean shifted = normalization == Normalization.LAYER;
        Arrays.fill(sums, 0, PARTS, shifted ? total(sums) / count : 0);
        Arrays.fill(products, 0, PARTS, total(products) / count);
    }

    /// Ends the sums over the gradients of columns.
    final void endColumns(int rows) {
        for (int j = 0; j < COLUMNS; j++) {
            sums[j] /= rows;
            products[j] /= rows;
        }
    }

    private static double total(double[] parts) {
        double total = 0;
        for (int part = 0; part < PARTS; part++) {
            total += parts[part];
        }
        return total;
    }

    /// Adds the elements from..to−1 of the piece of a row that begins at `at`.
    void addValues(float[] x, int at, int from, int to) {
        for (int i = from; i < to; i++) {
            sums[i & mask] += x[at + i];
        }
    }

    /// Adds the squares of distances from the mean.
    void addSquares(float[] x, int at, int from, int to) {
        for (int i = from; i < to; i++) {
            double distance = x[at + i] - means[i & mask];
            products[i & mask] = Math.fma(distance, distance, products[i & mask]);
        }
    }

    /// `out[outAt + i] = (x[at + i] − μ) · r`.
    ///
    /// @param out may be `x`, if `outAt` is `at`
    void normalize(float[] x, int at, float[] out, int outAt, int from, int to) {
        for (int i = from; i < to; i++) {
            out[outAt + i] = (float) ((x[at + i] - means[i & mask]) * factors[i & mask]);
        }
    }

    /// Adds d and d · x̂.
    ///
    /// @param d its piece begins at 0
    void addGradient(float[] d, float[] x, int at, int from, int to) {
        for (int i = from; i < to; i++) {
            double normalized = (x[at + i] - means[i & mask]) * factors[i & mask];
            sums[i & mask] += d[i];
            products[i & mask] = Math.fma(d[i], normalized, products[i & mask]);
        }
    }

    /// `d[dAt + i] = r · (d[dAt + i] − mean(d) − x̂ · mean(d · x̂))`.
    void back(float[] d, int dAt, float[] x, int at, int from, int to) {
        for (int i = from; i < to; i++) {
            double normalized = (x[at + i] - means[i & mask]) * factors[i & mask];
            double distance = d[dAt + i] - sums[i & mask];
            double value = Math.fma(-normalized, products[i & mask], distance);
            d[dAt + i] = (float) (factors[i & mask] * value);
        }
    }
}
