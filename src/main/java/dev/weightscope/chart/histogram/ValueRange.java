package dev.weightscope.chart.histogram;

import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
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

    /// The bins of all layers, and 0 where a layer is nothing but zeros; empty where no value is
    /// finite.
    static Optional<Range> of(Snapshot snapshot, Quantity quantity) {
        Optional<Range> values = of(snapshot, quantity, Content.VALUES);
        Optional<Range> zeros = of(snapshot, quantity, Content.ALL_ZERO);
        return values.isPresent() && zeros.isPresent()
                ? values.map(Range::withZero)
                : values.or(() -> zeros);
    }

    private static Optional<Range> of(Snapshot snapshot, Quantity quantity, Content content) {
        return Range.union(
                snapshot.layers().stream()
                        .map(layer -> layer.of(quantity))
                        .filter(statistics -> Content.of(statistics) == content)
                        .map(statistics -> Range.of(statistics.histogram())));
    }
}
