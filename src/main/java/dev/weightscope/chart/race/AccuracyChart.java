package dev.weightscope.chart.race;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.chart.line.Curve;
import dev.weightscope.chart.line.Guide;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.chart.line.Look;
import dev.weightscope.chart.line.Values;
import java.util.List;
import java.util.Optional;

/// The share of right answers of all runs over their steps.
///
/// @param runs the median of each; the selected one has the live one's role
/// @param last step of the axis
/// @param majority what is right without looking: the share of the most frequent class
public record AccuracyChart(List<Series<Lines>> runs, int last, Optional<Majority> majority) {
    public AccuracyChart {
        runs = List.copyOf(runs);
    }

    /// The answer that is always the same.
    ///
    /// @param share of right answers, 0..1
    /// @param name `63 %: always benign`
    public record Majority(double share, String name) {}

    /// The picture, with no step looked at.
    ///
    /// @param look whether the curves are named here too
    public LineView view(Look look) {
        Stops stops = ShownSteps.of(last);
        List<Series<Curve>> curves =
                runs.stream()
                        .map(run ->
                                run.map(lines -> Curve.of(lines.curve(stops.numbers()).measured())))
                        .toList();
        return LineView.of("Accuracy", stops, Runs.selectedLast(curves))
                .withLook(look)
                .withValues(
                        Values.of(ValueScale.SHARE)
                                .withGuides(
                                        majority.stream()
                                                .map(each ->
                                                        new Guide(
                                                                each.share(),
                                                                each.name(),
                                                                Guide.Kind.BASELINE))
                                                .toList()));
    }
}
