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
import java.util.Arrays;
import java.util.List;

/// The charts with the headings that they have in the window and in a picture.
public final class SignalParts {
    private static final double HISTOGRAM_SHARE = 55;
    private static final double STRIP_SHARE = 26;
    private static final double DEPTH_SHARE = 45;

    private SignalParts() {}

    public static Figure.Part histograms(HistogramView view, HistogramLayout layout) {
        return histograms(view, layout.chart(view), HISTOGRAM_SHARE);
    }

    /// Histograms that take little height, so that those of both ways have room above the curves.
    public static Figure.Part strip(HistogramView view, HistogramLayout layout) {
        return histograms(view, layout.strip(view), STRIP_SHARE);
    }

    private static Figure.Part histograms(HistogramView view, Chart chart, double share) {
        return new Figure.Part(
                histogramTitle(view.quantity()) + counts(view.counts()), chart, share);
    }

    public static Figure.Part depth(LineView view) {
        return depth(List.of(view));
    }

    /// Activations and gradients side by side.
    ///
    /// @param answers from the back to the front; at least one
    public static Figure.Part bothWays(List<Series<SignalAnswer>> answers, Spread spread) {
        return depth(
                Arrays.stream(Direction.values())
                        .map(direction -> DepthCurves.of(answers, direction, spread))
                        .toList());
    }

    /// Curves of one quantity side by side.
    ///
    /// @param views at least one
    public static Figure.Part depth(List<LineView> views) {
        LineView first = views.getFirst();
        boolean areGradientsAlone = views.size() == 1 && first.direction() == Direction.BACKWARD;
        String quantity = first.quantity() + (areGradientsAlone ? " of gradients dL/dz" : "");
        String legend = first.legend();
        List<Chart> charts = titled(views).stream().<Chart>map(LineChart::new).toList();
        return new Figure.Part(
                depthTitle(quantity) + (legend.isEmpty() ? "" : ": " + legend),
                charts.size() == 1 ? charts.getFirst() : new SideBySide(charts),
                DEPTH_SHARE);
    }

    /// Charts that stand side by side say which they are; one alone has its heading for that.
    public static List<LineView> titled(List<LineView> views) {
        return views.size() == 1
                ? views
                : views.stream()
                        .map(view ->
                                view.withTitle(
                                        switch (view.direction()) {
                                            case FORWARD -> "of activations";
                                            case BACKWARD -> "of gradients dL/dz";
                                        }))
                        .toList();
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
                        .filter(each -> each.values().snapshot().has(quantity.direction()))
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
