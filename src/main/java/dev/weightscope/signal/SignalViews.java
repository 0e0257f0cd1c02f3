package dev.weightscope.signal;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.CompareMatrix;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.lab.View;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Spread;
import java.util.List;

/// The charts of snapshots as they are where nobody has chosen anything.
final class SignalViews {
    /// The histograms of the live setting, the curves of all by depth, the histograms of all.
    static final List<View<SignalAnswer>> ALL =
            List.of(
                    new View<>(
                            FigureContent.HISTOGRAMS.key(),
                            SignalParts.histogramTitle(Quantity.ACTIVATION),
                            answers ->
                                    HistogramLayout.GRID.chart(
                                            HistogramView.of(
                                                    answers.getFirst().values().snapshot(),
                                                    Quantity.ACTIVATION,
                                                    Scale.LINEAR))),
                    new View<>(
                            FigureContent.DEPTH.key(),
                            SignalParts.depthTitle(Spread.STD.label()),
                            answers ->
                                    new LineChart(DepthCurves.of(snapshots(answers), Spread.STD))),
                    new View<>(
                            FigureContent.COMPARE.key(),
                            FigureContent.COMPARE.label(),
                            answers ->
                                    new CompareMatrix(
                                            SignalParts.rows(
                                                    snapshots(answers),
                                                    Quantity.ACTIVATION,
                                                    Scale.LINEAR,
                                                    Axis.COMMON))));

    private SignalViews() {}

    private static List<Series<Snapshot>> snapshots(List<Series<SignalAnswer>> answers) {
        return answers.stream().map(each -> each.map(SignalAnswer::snapshot)).toList();
    }
}
