package dev.weightscope.chart;

import java.util.List;
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
}
