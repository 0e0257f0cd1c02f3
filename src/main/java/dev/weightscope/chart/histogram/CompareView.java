package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Curve;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.Quantity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The histograms of several settings, to be seen side by side.
public record CompareView(List<Curve> curves, Quantity quantity, Scale counts) {
    public CompareView {
        curves = List.copyOf(curves);
    }

    /// The depth of the deepest; 1 where there is none.
    public int depth() {
        return curves.stream()
                .mapToInt(curve -> curve.snapshot().experiment().depth())
                .max()
                .orElse(1);
    }

    /// The last layer of each setting.
    Set<Integer> lastLayers() {
        return curves.stream()
                .map(curve -> curve.snapshot().experiment().depth())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The values of all panels.
    public Range range() {
        return Range.union(
                        curves.stream()
                                .flatMap(curve ->
                                        ValueRange.of(curve.snapshot(), quantity).stream()))
                .orElse(ValueRange.FALLBACK);
    }
}
