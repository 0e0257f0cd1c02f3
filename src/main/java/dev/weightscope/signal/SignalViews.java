package dev.weightscope.signal;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.lab.View;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Each picture as a view of its own.
final class SignalViews {
    /// All but the one that puts several together.
    static final List<View<SignalAnswer>> ALL =
            Arrays.stream(FigureContent.values())
                    .filter(content -> content != FigureContent.ALL)
                    .map(SignalViews::view)
                    .toList();

    private SignalViews() {}

    /// Those that show something of an answer by itself.
    static List<View<SignalAnswer>> of(SignalAnswer answer) {
        List<String> shown =
                FigureContent.of(
                                List.of(
                                        new Series<>(
                                                answer.snapshot().experiment().label(),
                                                0,
                                                Series.Role.LIVE,
                                                answer)))
                        .stream()
                        .map(FigureContent::key)
                        .toList();
        return ALL.stream().filter(view -> shown.contains(view.key())).toList();
    }

    private static View<SignalAnswer> view(FigureContent content) {
        return new View<>(
                content.key(),
                content.label(),
                answers -> keyed(content.parts(answers).getFirst().chart()));
    }

    /// A picture of its own says how to read its lines; one among several has a heading for that.
    private static Chart keyed(Chart chart) {
        return chart instanceof LineChart(LineView view, Optional<Range> held)
                ? new LineChart(view.withKey(), held)
                : chart;
    }
}
