package dev.weightscope.signal;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.SideBySide;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.CompareMatrix;
import dev.weightscope.chart.histogram.CompareView;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Spread;
import java.util.List;

/// The charts with the headings that they have in the window and in a picture.
public final class SignalParts {
    private static final double HISTOGRAM_SHARE = 55;
    private static final double DEPTH_SHARE = 45;

    private SignalParts() {}

    public static Figure.Part histograms(HistogramView view, HistogramLayout layout) {
        return new Figure.Part(
                histogramTitle(view.quantity()) + counts(view.counts()),
                layout.chart(view),
                HISTOGRAM_SHARE);
    }

    public static Figure.Part depth(LineView view) {
        String quantity =
                switch (view.direction()) {
                    case FORWARD -> view.quantity();
                    case BACKWARD -> view.quantity() + " of gradients ∂L/∂z";
                };
        return depth(quantity, view, new LineChart(view));
    }

    /// Activations and gradients side by side.
    ///
    /// @param answers from the back to the front; at least one
    public static Figure.Part bothWays(List<Series<SignalAnswer>> answers, Spread spread) {
        LineView there = DepthCurves.of(answers, Direction.FORWARD, spread);
        LineView back = DepthCurves.of(answers, Direction.BACKWARD, spread);
        return depth(
                spread.label(),
                there,
                new SideBySide(
                        List.of(
                                new LineChart(there.withTitle("of activations ▸")),
                                new LineChart(back.withTitle("of gradients ∂L/∂z ◂")))));
    }

    private static Figure.Part depth(String quantity, LineView view, Chart chart) {
        String legend = view.legend();
        return new Figure.Part(
                depthTitle(quantity) + (legend.isEmpty() ? "" : ": " + legend), chart, DEPTH_SHARE);
    }

    public static Figure.Part compare(CompareView view) {
        return new Figure.Part(
                "Compared: " + view.quantity().label() + "s" + counts(view.counts()),
                new CompareMatrix(view),
                1);
    }

    /// What the histograms of all layers are called.
    public static String histogramTitle(Quantity quantity) {
        return quantity.label() + "s by layer";
    }

    /// What the curves are called.
    ///
    /// @param quantity what their values are: `Std`
    public static String depthTitle(String quantity) {
        return quantity + " by depth";
    }

    /// A row for each answer that has the quantity.
    public static CompareView rows(
            List<Series<SignalAnswer>> answers, Quantity quantity, Scale counts, Axis axis) {
        return new CompareView(
                answers.stream()
                        .filter(each ->
                                quantity.direction() == Direction.FORWARD
                                        || each.values().snapshot().hasGradients())
                        .map(each ->
                                each.map(answer ->
                                        HistogramView.layers(answer.snapshot(), quantity)))
                        .toList(),
                quantity,
                counts,
                axis);
    }

    private static String counts(Scale counts) {
        return switch (counts) {
            case LINEAR -> "";
            case LOG -> ", log counts";
        };
    }
}
