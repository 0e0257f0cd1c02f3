package dev.weightscope.chart.race;

import dev.weightscope.chart.Series;
import java.util.List;
import java.util.stream.Stream;

/// Runs in the order in which they are drawn.
final class Runs {
    private Runs() {}

    /// The selected one last, so that it is in front of the others.
    static <V> List<Series<V>> selectedLast(List<Series<V>> runs) {
        return Stream.of(Series.Role.PINNED, Series.Role.LIVE)
                .flatMap(role -> runs.stream().filter(run -> run.role() == role))
                .toList();
    }
}
