package dev.weightscope.chart.race;

import dev.weightscope.model.Histogram;
import dev.weightscope.model.TensorStatistics;

/// What is known of values of which only counts and the std were kept, for charts that draw
/// [TensorStatistics].
public final class CountedValues {
    private CountedValues() {}

    /// The rest is NaN, that is not known; of values that are all 0 everything is.
    public static TensorStatistics of(Histogram histogram, double std) {
        long count = histogram.total();
        boolean areZero = std == 0 && histogram.notFinite() == 0 && holdsOnlyZero(histogram);
        double unknown = areZero ? 0 : Double.NaN;
        return new TensorStatistics(
                count,
                unknown,
                std,
                unknown,
                unknown,
                (float) unknown,
                (float) unknown,
                areZero ? 1 : 0,
                0,
                0,
                histogram.notFinite(),
                histogram);
    }

    /// With the std that the counts give, each value in the middle of its bin, less what that adds
    /// (Sheppard 1898: a twelfth of the square of a bin's width): to about a per mille.
    public static TensorStatistics of(Histogram histogram) {
        return of(histogram, std(histogram));
    }

    private static double std(Histogram histogram) {
        double count = 0;
        double sum = 0;
        for (int bin = 0; bin < histogram.bins(); bin++) {
            count += histogram.count(bin);
            sum += histogram.count(bin) * (bin + 0.5);
        }
        double mean = sum / count;
        double squares = 0;
        for (int bin = 0; bin < histogram.bins(); bin++) {
            double distance = bin + 0.5 - mean;
            squares += histogram.count(bin) * distance * distance;
        }
        boolean isOneBin = histogram.largest() == count;
        return histogram.binWidth()
                * Math.sqrt(isOneBin ? 0 : Math.max(0, squares / count - 1 / 12.0));
    }

    /// Whether all values lie in the bin of 0 of a histogram around a single value, whose width
    /// says nothing then.
    static boolean holdsOnlyZero(Histogram histogram) {
        return histogram.low() == -histogram.high() && histogram.largest() == histogram.total();
    }
}
