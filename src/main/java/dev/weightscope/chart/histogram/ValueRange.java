package dev.weightscope.chart.histogram;

import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.TensorStatistics;
import java.util.List;
import java.util.Optional;

/// Which values a histogram's axis has to span.
final class ValueRange {
    /// For an axis with nothing on it.
    static final Range FALLBACK = new Range(-1, 1);

    private ValueRange() {}

    /// The bins of one tensor; empty where no value is finite.
    static Optional<Range> of(TensorStatistics statistics) {
        return switch (Content.of(statistics)) {
            case NOT_FINITE -> Optional.empty();
            case VALUES, ALL_ZERO -> Optional.of(Range.of(statistics.histogram()));
        };
    }

    /// From the first bin that is not empty to the last; empty where no value is finite.
    static Optional<Range> filled(TensorStatistics statistics) {
        Histogram histogram = statistics.histogram();
        int first = 0;
        while (first < histogram.bins() && histogram.count(first) == 0) {
            first++;
        }
        int last = histogram.bins() - 1;
        while (last > first && histogram.count(last) == 0) {
            last--;
        }
        boolean isWhole =
                Content.of(statistics) != Content.VALUES
                        || first == histogram.bins()
                        || histogram.below() + histogram.above() > 0;
        return isWhole
                ? of(statistics)
                : Optional.of(Range.around(histogram.edge(first), histogram.edge(last + 1)));
    }

    /// The bins of all layers, and 0 where a layer is nothing but zeros; empty where no value is
    /// finite.
    static Optional<Range> of(List<TensorStatistics> layers) {
        Optional<Range> values = of(layers, Content.VALUES);
        Optional<Range> zeros = of(layers, Content.ALL_ZERO);
        return values.isPresent() && zeros.isPresent()
                ? values.map(Range::withZero)
                : values.or(() -> zeros);
    }

    private static Optional<Range> of(List<TensorStatistics> layers, Content content) {
        return Range.union(
                layers.stream()
                        .filter(statistics -> Content.of(statistics) == content)
                        .map(statistics -> Range.of(statistics.histogram())));
    }
}
