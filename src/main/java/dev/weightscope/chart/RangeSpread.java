package dev.weightscope.chart;

import java.util.Optional;
import java.util.stream.IntStream;

/// Says so where one axis cannot show the shapes of all layers.
final class RangeSpread {
    /// A histogram narrower than this share of the axis is a mere line.
    private static final double TOO_NARROW = 0.02;

    private RangeSpread() {}

    static Optional<String> remark(HistogramView view) {
        return switch (view.axis()) {
            case OWN -> Optional.empty();
            case COMMON -> {
                double common = view.commonRange().span();
                boolean isTooWide =
                        IntStream.rangeClosed(1, view.depth())
                                .mapToObj(view::statistics)
                                .filter(statistics -> Content.of(statistics) == Content.VALUES)
                                .anyMatch(statistics ->
                                        Math.min(
                                                        6 * statistics.std(),
                                                        Range.of(statistics.histogram()).span())
                                                < TOO_NARROW * common);
                yield isTooWide
                        ? Optional.of("Layers differ too much for one axis: Own shows each shape.")
                        : Optional.empty();
            }
        };
    }
}
