package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Surface;
import dev.weightscope.model.TensorStatistics;
import java.util.function.IntFunction;

/// What a heat map shows of values that are not finite, which have no place on its axis.
final class NotFiniteMarks {
    private NotFiniteMarks() {}

    /// Marks each layer that has such values, and colours all of a layer that has no other.
    ///
    /// @param whole of a layer, where its values are
    /// @param mark of a layer, beside them
    static void paint(
            HistogramView view,
            IntFunction<Box> whole,
            IntFunction<Box> mark,
            Surface surface,
            Palette palette) {
        for (int layer = 1; layer <= view.depth(); layer++) {
            TensorStatistics statistics = view.statistics(layer);
            if (Content.of(statistics) == Content.NOT_FINITE) {
                surface.fill(whole.apply(layer), palette.background().mix(palette.danger(), 0.35));
            } else if (!statistics.allFinite()) {
                surface.fill(mark.apply(layer), palette.danger());
            }
        }
    }
}
