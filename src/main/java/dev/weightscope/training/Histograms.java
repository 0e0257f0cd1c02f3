package dev.weightscope.training;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Extremes;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Strided;
import dev.weightscope.model.Histogram;

/// Counts tensors into histograms; keeps its work space, of the largest of them.
final class Histograms {
    static final int BINS = 40;

    private final Kernel kernel;
    private float[] packed = {};

    Histograms(Kernel kernel) {
        this.kernel = kernel;
    }

    /// @param values rows that begin a stride apart, of which the first `columns` are counted
    Histogram of(float[] values, int rows, int stride, int columns, Cancellation cancellation) {
        int length = Math.multiplyExact(rows, columns);
        if (packed.length < length) {
            packed = new float[length];
        }
        for (int i = 0; i < rows; i++) {
            cancellation.throwIfCancelled();
            System.arraycopy(values, i * stride, packed, i * columns, columns);
        }
        Extremes found =
                Products.extremes(
                        kernel.small(),
                        new Strided(values, 0, stride),
                        rows,
                        columns,
                        cancellation);
        return kernel.histogram(packed, length, bins(found.low(), found.high()), cancellation);
    }

    /// From the smallest to the largest; one value, or none, in the middle.
    private static Bins bins(float low, float high) {
        if (low < high) {
            return new Bins(low, high, BINS);
        }
        double middle = low == high ? low : 0;
        double reach = middle == 0 ? 0.5 : Math.abs(middle) / 2;
        return new Bins(middle - reach, middle + reach, BINS);
    }
}
