package dev.weightscope.spectrum;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.spectrum.SpectrumMatrix;
import dev.weightscope.lab.View;
import java.util.List;

/// The pictures of answers, each at the last depth or of a middle layer where it is of one.
final class SpectrumViews {
    private static final View<SpectrumAnswer> WEIGHTS =
            new View<>(
                    "weights",
                    "Singular values of weights",
                    answers -> {
                        SpectrumCharts charts = new SpectrumCharts(answers);
                        int layer = middle(answers.getFirst().values());
                        return charts.weights(layer)
                                .<Chart>map(chart -> chart)
                                .orElseGet(() -> charts.matrix(SpectrumMatrix.Axis.COMMON));
                    });

    private static final View<SpectrumAnswer> EXTREMES =
            new View<>(
                    "extremes",
                    "Largest and smallest by layer",
                    answers -> {
                        SpectrumCharts charts = new SpectrumCharts(answers);
                        return charts.extremes()
                                .<Chart>map(LineChart::new)
                                .orElseGet(() -> charts.matrix(SpectrumMatrix.Axis.COMMON));
                    });

    static final List<View<SpectrumAnswer>> ALL =
            List.of(
                    new View<>(
                            "matrix",
                            "Singular values of ∂output / ∂input",
                            answers ->
                                    new SpectrumCharts(answers).matrix(SpectrumMatrix.Axis.COMMON)),
                    new View<>(
                            "overlay",
                            "Singular values at the last depth",
                            answers -> {
                                int last = answers.getFirst().values().last().depth();
                                return new SpectrumCharts(answers).overlay(last);
                            }),
                    new View<>(
                            "spread",
                            "Spread by depth",
                            answers -> new LineChart(new SpectrumCharts(answers).spread())),
                    new View<>(
                            "condition",
                            "Condition number by depth",
                            answers -> new LineChart(new SpectrumCharts(answers).condition())),
                    WEIGHTS,
                    EXTREMES);

    private SpectrumViews() {}

    /// Those of weights only where there are any.
    static List<View<SpectrumAnswer>> of(SpectrumAnswer answer) {
        boolean hasMiddle = answer.weightsOf(middle(answer)).isPresent();
        boolean hasFirst = answer.weightsOf(1).isPresent();
        return ALL.stream()
                .filter(view -> hasMiddle || !view.equals(WEIGHTS))
                .filter(view -> hasFirst || !view.equals(EXTREMES))
                .toList();
    }

    private static int middle(SpectrumAnswer answer) {
        return Math.ceilDiv(answer.experiment().depth(), 2);
    }
}
