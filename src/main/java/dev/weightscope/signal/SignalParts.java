package dev.weightscope.signal;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.CompareMatrix;
import dev.weightscope.chart.histogram.CompareView;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
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
        return new Figure.Part(depthTitle(view.quantity()), new LineChart(view), DEPTH_SHARE);
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

    /// A row for each answer.
    public static CompareView rows(
            List<Series<Snapshot>> answers, Quantity quantity, Scale counts, Axis axis) {
        return new CompareView(
                answers.stream()
                        .map(each -> each.map(answer -> HistogramView.layers(answer, quantity)))
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
