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
/// @param last what the last layer of each is called
public record CompareView(
        List<Series<List<TensorStatistics>>> rows,
        Quantity quantity,
        Scale counts,
        Axis axis,
        Last last) {
    /// What the last layer is.
    public enum Last {
        LAYER,
        /// Of what is trained, the one that gives the answers.
        OUTPUT
    }

    /// The last layer has its number.
    public CompareView(
            List<Series<List<TensorStatistics>>> rows, Quantity quantity, Scale counts, Axis axis) {
        this(rows, quantity, counts, axis, Last.LAYER);
    }

    public CompareView {
        rows = List.copyOf(rows);
    }

    /// The depth of the deepest; 1 where there is none.
    public int depth() {
        return rows.stream().mapToInt(row -> row.values().size()).max().orElse(1);
    }

    /// What a layer of a network of some depth is called.
    String name(int layer, int ofDepth) {
        return LayerNames.ofTrained(
                layer,
                switch (last) {
                    case LAYER -> Integer.MAX_VALUE;
                    case OUTPUT -> ofDepth;
                });
    }

    /// What a layer is called in all settings that have it: its number, if not in all.
    String name(int layer) {
        return name(layer, lastLayers().size() == 1 ? depth() : Integer.MAX_VALUE);
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
