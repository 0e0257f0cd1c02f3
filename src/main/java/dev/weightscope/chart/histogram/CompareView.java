package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.TensorStatistics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The histograms of several settings, to be seen side by side.
///
/// @param rows the statistics of each layer of each setting
public record CompareView(
        List<Series<List<TensorStatistics>>> rows, Quantity quantity, Scale counts, Axis axis) {
    public CompareView {
        rows = List.copyOf(rows);
    }

    /// The depth of the deepest; 1 where there is none.
    public int depth() {
        return rows.stream().mapToInt(row -> row.values().size()).max().orElse(1);
    }

    /// The last layer of each setting.
    Set<Integer> lastLayers() {
        return rows.stream()
                .map(row -> row.values().size())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The values of all panels.
    public Range range() {
        return Range.union(rows.stream().flatMap(row -> ValueRange.of(row.values()).stream()))
                .orElse(ValueRange.FALLBACK);
    }
}
