package dev.weightscope.chart.histogram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Which layers are shown where not all have room.
final class LayerSelection {
    private LayerSelection() {}

    /// `count` layers of 1..depth, as evenly spaced as can be; the first and the last are among
    /// them, so that there are two unless `depth` is 1.
    static List<Integer> evenly(int depth, int count) {
        int shown = Math.min(depth, Math.max(count, 2));
        return IntStream.range(0, shown)
                .map(index ->
                        shown == 1 ? 1 : 1 + (int) Math.round(index * (depth - 1.0) / (shown - 1)))
                .boxed()
                .toList();
    }

    /// As [#evenly], but the nearest layers give way to the wanted ones, as far as there is room
    /// between the first and the last.
    static List<Integer> including(Set<Integer> wanted, int depth, int count) {
        List<Integer> layers = new ArrayList<>(evenly(depth, count));
        for (int layer : wanted.stream().sorted().toList()) {
            if (!layers.contains(layer)) {
                IntStream.range(1, layers.size() - 1)
                        .filter(index -> !wanted.contains(layers.get(index)))
                        .boxed()
                        .min(Comparator.comparingInt(index -> Math.abs(layers.get(index) - layer)))
                        .ifPresent(nearest -> layers.set(nearest, layer));
            }
        }
        return layers.stream().sorted().toList();
    }
}
