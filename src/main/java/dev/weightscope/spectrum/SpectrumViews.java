package dev.weightscope.spectrum;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.spectrum.SpectrumMatrix;
import dev.weightscope.lab.View;
import java.util.List;
import java.util.Optional;

/// The pictures of answers, each at the last depth or of a middle layer where it is of one.
final class SpectrumViews {
    private static final View<SpectrumAnswer> WEIGHTS =
            view(
                    "weights",
                    "Singular values of weights",
                    (charts, layer) -> charts.weights(layer).map(chart -> chart));

    private static final View<SpectrumAnswer> EXTREMES =
            view(
                    "extremes",
                    "Largest and smallest by layer",
                    (charts, _) -> charts.extremes().map(LineChart::new));

    private static final View<SpectrumAnswer> MOVED =
            view(
                    "moved",
                    "Singular values of W − W₀",
                    (charts, layer) -> charts.moved(layer).map(chart -> chart));

    private static final View<SpectrumAnswer> MOVED_EXTREMES =
            view(
                    "moved-extremes",
                    "Largest of W − W₀ and of W by layer",
                    (charts, _) -> charts.movedExtremes().map(LineChart::new));

    /// What is drawn of a layer.
    @FunctionalInterface
    private interface OfLayer {
        Optional<Chart> chart(SpectrumCharts charts, int layer);
    }

    /// Where there is nothing to be drawn, the matrix of all.
    private static View<SpectrumAnswer> view(String key, String label, OfLayer drawn) {
        return new View<>(
                key,
                label,
                answers -> {
                    SpectrumCharts charts = new SpectrumCharts(answers);
                    return drawn.chart(charts, middle(answers.getFirst().values()))
                            .orElseGet(() -> charts.matrix(SpectrumMatrix.Axis.COMMON));
                });
    }

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
                    EXTREMES,
                    MOVED,
                    MOVED_EXTREMES);

    private SpectrumViews() {}

    /// Those of weights, and of what is moved, only where there are any.
    static List<View<SpectrumAnswer>> of(SpectrumAnswer answer) {
        boolean hasMiddle = answer.weightsOf(middle(answer)).isPresent();
        boolean hasFirst = answer.weightsOf(1).isPresent();
        return ALL.stream()
                .filter(view -> hasMiddle || !view.equals(WEIGHTS))
                .filter(view -> hasFirst || !view.equals(EXTREMES))
                .filter(view ->
                        answer.moved().isPresent()
                                || !(view.equals(MOVED) || view.equals(MOVED_EXTREMES)))
                .toList();
    }

    private static int middle(SpectrumAnswer answer) {
        return Math.ceilDiv(answer.experiment().depth(), 2);
    }
}
