package dev.weightscope.lab;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.line.Curve;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.model.Keyed;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// One way to show answers.
///
/// @param key of its picture's file and of its place in saved files; never changes: `depth`
/// @param label its heading: `Std by depth`
/// @param subject whose answers it shows
/// @param chart of the answers for the live setting, which is first, and for the pinned ones; at
///   least one
public record View<A>(
        String key, String label, Subject subject, Function<List<Series<A>>, Chart> chart)
        implements Keyed {
    /// Whose answers a view shows.
    public enum Subject {
        /// All that it is given.
        ALL,
        /// The first one's, which may be any setting's.
        FIRST
    }

    /// Of all answers.
    public View(String key, String label, Function<List<Series<A>>, Chart> chart) {
        this(key, label, Subject.ALL, chart);
    }

    /// A view of a curve for each answer.
    ///
    /// @param place what the values are counted by: `Layer`
    /// @param values at least one, of the first place on
    public static <A> View<A> curves(
            String key, String label, String place, Function<A, List<Double>> values) {
        return new View<>(
                key,
                label,
                answers -> {
                    List<Series<Curve>> curves =
                            answers.stream()
                                    .map(each ->
                                            each.<Curve>map(
                                                    answer -> Curve.of(values.apply(answer))))
                                    .toList();
                    int most =
                            curves.stream()
                                    .mapToInt(each -> each.values().size())
                                    .max()
                                    .orElseThrow();
                    Stops places =
                            new Stops(place, "", IntStream.rangeClosed(1, most).boxed().toList());
                    return new LineChart(LineView.of(label, places, curves));
                });
    }

    /// As [#chart()].
    public Chart chart(List<Series<A>> answers) {
        return chart.apply(answers);
    }
}
