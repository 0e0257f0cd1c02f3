package dev.weightscope.chart.histogram;

import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.TensorStatistics;
import java.util.Optional;
import java.util.stream.IntStream;

/// Says so where one axis cannot show the shapes of all layers.
final class RangeSpread {
    /// A histogram narrower than this share of the axis is a mere line.
    private static final double TOO_NARROW = 0.02;

    private RangeSpread() {}

    static Optional<String> remark(HistogramView view) {
        return view.axis() == Axis.COMMON && isTooWide(view)
                ? Optional.of("Layers differ too much for one axis: Own shows each shape.")
                : Optional.empty();
    }

    /// Whether some layer would be a mere line on the axis of all.
    static boolean isTooWide(HistogramView view) {
        double common = view.commonRange().span();
        return IntStream.rangeClosed(1, view.depth())
                .mapToObj(view::statistics)
                .filter(statistics -> Content.of(statistics) == Content.VALUES)
                .anyMatch(statistics -> width(statistics) < TOO_NARROW * common);
    }

    /// Six stds or all bins, whichever is less.
    private static double width(TensorStatistics statistics) {
        return Math.min(6 * statistics.std(), Range.of(statistics.histogram()).span());
    }
}
