package dev.weightscope.lab;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Series;
import dev.weightscope.model.Keyed;
import java.util.List;
import java.util.function.Function;

/// One way to show answers.
///
/// @param key of its picture's file and of its place in saved files; never changes: `depth`
/// @param label its heading: `Std by depth`
/// @param chart of the answers for the live setting, which is first, and for the pinned ones; at
///   least one
public record View<A>(String key, String label, Function<List<Series<A>>, Chart> chart)
        implements Keyed {
    /// As [#chart()].
    public Chart chart(List<Series<A>> answers) {
        return chart.apply(answers);
    }
}
