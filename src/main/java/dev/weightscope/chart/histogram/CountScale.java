package dev.weightscope.chart.histogram;

import dev.weightscope.model.Histogram;
import dev.weightscope.model.TensorStatistics;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// How counts of one histogram become heights.
///
/// A ReLU sets half of all values to exactly 0. With linear counts that one bin would flatten all
/// others, so it is cut: the next fullest decides the scale.
///
/// @param full the count that is drawn at full height, 1 or more; larger ones are cut
/// @param cut the bin that is cut
record CountScale(Scale scale, double full, OptionalInt cut) {
    /// From this share of exact zeros on they are a matter of their own.
    private static final double MANY_ZEROS = 0.05;

    /// How many times fuller than the next a bin has to be to be cut.
    private static final double BY_FAR = 2;

    /// The height of the fullest bin under a cut one, so that the cut one stands out.
    private static final double UNDER_CUT = 0.8;

    static CountScale of(TensorStatistics statistics, Scale scale) {
        Histogram histogram = statistics.histogram();
        double largest = Math.max(1, histogram.largest());
        CountScale whole = new CountScale(scale, largest, OptionalInt.empty());
        return switch (scale) {
            case LOG -> whole;
            case LINEAR -> {
                if (statistics.zeroShare() < MANY_ZEROS || !holdsZero(histogram)) {
                    yield whole;
                }
                int zero = Math.min(histogram.bins() - 1, binOfZero(histogram));
                double next =
                        IntStream.range(0, histogram.bins())
                                .filter(bin -> bin != zero)
                                .mapToLong(histogram::count)
                                .max()
                                .orElse(0);
                yield next >= 1 && histogram.count(zero) > BY_FAR * next
                        ? new CountScale(scale, next, OptionalInt.of(zero))
                        : whole;
            }
        };
    }

    private static boolean holdsZero(Histogram histogram) {
        return histogram.binWidth() > 0 && histogram.low() <= 0 && histogram.high() >= 0;
    }

    private static int binOfZero(Histogram histogram) {
        return (int) Math.floor(-histogram.low() / histogram.binWidth());
    }

    boolean isCut(int bin) {
        return cut.isPresent() && cut.getAsInt() == bin;
    }

    /// 0 for no count, 1 for the full height.
    double height(int bin, long count) {
        return density(bin, count) * (cut.isPresent() && !isCut(bin) ? UNDER_CUT : 1);
    }

    /// 0 for no count, 1 for the fullest bin that is not cut.
    double density(int bin, long count) {
        return isCut(bin) ? 1 : scale.height((double) count, full);
    }
}
