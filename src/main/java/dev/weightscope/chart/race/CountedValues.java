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

    /// Whether all values lie in the bin of 0 of a histogram around a single value.
    private static boolean holdsOnlyZero(Histogram histogram) {
        return histogram.low() == -histogram.high() && histogram.largest() == histogram.total();
    }
}
