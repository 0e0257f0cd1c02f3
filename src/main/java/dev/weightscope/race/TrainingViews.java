package dev.weightscope.race;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.line.Curve;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.lab.View;
import dev.weightscope.training.LayerCurves;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The pictures of a race.
final class TrainingViews {
    /// More would not be told apart.
    private static final int MOST_STOPS = 300;

    static final List<View<TrainingAnswer>> ALL =
            List.of(
                    new View<>("loss", "Loss", answers -> loss(answers)),
                    new View<>(
                            "wrong",
                            "Wrong answers",
                            answers ->
                                    steps(
                                            "Share of wrong answers",
                                            "",
                                            answers,
                                            TrainingAnswer::accuracy,
                                            share -> 1 - share)),
                    new View<>(
                            "test-wrong",
                            "Wrong on test rows",
                            answers ->
                                    steps(
                                            "Share of wrong answers on test rows",
                                            "",
                                            answers,
                                            TrainingAnswer::testAccuracy,
                                            share -> 1 - share)),
                    layers("activations", "Activation std", LayerCurves::activationStd),
                    layers("gradients", "Gradient std", LayerCurves::gradientStd),
                    layers("updates", "Update : weight", LayerCurves::updateRatio));

    private TrainingViews() {}

    private static Chart loss(List<Series<TrainingAnswer>> answers) {
        TrainingAnswer first = answers.getFirst().values();
        double goal = first.settings().plan().stops().goal();
        String guessing = "guessing " + NumberText.significant(first.task().guessing(), 3);
        return steps(
                "Loss",
                goal > 0 ? guessing + " · goal " + NumberText.significant(goal, 3) : guessing,
                answers,
                TrainingAnswer::loss,
                DoubleUnaryOperator.identity());
    }

    /// Medians by step, with the draws as thin lines.
    private static Chart steps(
            String quantity,
            String title,
            List<Series<TrainingAnswer>> answers,
            Function<TrainingAnswer, DrawnCurves> figure,
            DoubleUnaryOperator change) {
        int total =
                answers.stream()
                        .mapToInt(each -> each.values().settings().plan().steps())
                        .max()
                        .orElseThrow();
        List<Integer> shown = shown(total);
        List<Series<Curve>> curves =
                answers.stream()
                        .map(each ->
                                each.<Curve>map(
                                        answer -> curve(figure.apply(answer), shown, change)))
                        .toList();
        return new LineChart(
                LineView.of(quantity, new Stops("Step", "Start", shown), curves).withTitle(title));
    }

    /// Of the steps up to the last, evenly spaced ones.
    private static List<Integer> shown(int last) {
        int count = Math.min(MOST_STOPS, last);
        return IntStream.rangeClosed(0, count)
                .map(index -> (int) ((long) index * last / count))
                .boxed()
                .toList();
    }

    private static Curve curve(DrawnCurves drawn, List<Integer> shown, DoubleUnaryOperator change) {
        List<Integer> steps = shown.stream().filter(step -> step < drawn.length()).toList();
        if (steps.isEmpty()) {
            return Curve.of(List.of(Double.NaN));
        }
        Curve median =
                Curve.of(
                        steps.stream()
                                .map(step -> change.applyAsDouble(drawn.median(step)))
                                .toList());
        if (drawn.draws() == 1) {
            return median;
        }
        List<List<Double>> draws = new ArrayList<>();
        for (int draw = 0; draw < drawn.draws(); draw++) {
            int each = draw;
            draws.add(
                    steps.stream()
                            .map(step -> change.applyAsDouble(drawn.at(each, step)))
                            .toList());
        }
        return median.withDraws(draws);
    }

    /// By depth, at the last step that there is, of the first draw.
    private static View<TrainingAnswer> layers(
            String key, String label, Function<LayerCurves, dev.weightscope.training.Curve> curve) {
        return View.curves(
                key,
                label,
                "Layer",
                answer -> {
                    List<Double> values =
                            answer.first().layers().stream()
                                    .map(curve)
                                    .map(each -> each.isEmpty() ? Double.NaN : each.last())
                                    .toList();
                    return values.isEmpty() ? List.of(Double.NaN) : values;
                });
    }
}
