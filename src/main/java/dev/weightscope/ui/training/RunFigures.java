package dev.weightscope.ui.training;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.race.DrawnCurves;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.training.Curve;
import dev.weightscope.training.LayerCurves;
import dev.weightscope.training.RunState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/// What there is to read of a run at a step, by its name.
final class RunFigures {
    private static final int HASH_DIGITS = 12;

    private RunFigures() {}

    static SequencedMap<String, String> of(TrainingAnswer answer, int step) {
        SequencedMap<String, String> figures = new LinkedHashMap<>();
        DrawnCurves loss = answer.loss();
        if (loss.length() > 0) {
            int at = Math.min(step, loss.length() - 1);
            figures.put(
                    loss.draws() == 1 ? "Loss" : "Loss, %d draws".formatted(loss.draws()),
                    range(loss, at));
        }
        test(answer, step, figures);
        RunState first = answer.first();
        List<Double> updates = at(first, LayerCurves::updateRatio, step);
        if (!updates.isEmpty()) {
            double largest = updates.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            figures.put("Update : weight, most", NumberText.significant(largest, 2));
        }
        ends(figures, "Activation std, 1 → out", at(first, LayerCurves::activationStd, step));
        ends(
                figures,
                "Gradient std, out → 1",
                at(first, LayerCurves::gradientStd, step).reversed());
        first.divergedStep()
                .ifPresent(diverged -> figures.put("Not finite", "from step " + diverged));
        first.atEnd()
                .ifPresent(end ->
                        figures.put(
                                "Weights at the end",
                                end.hash()
                                        .substring(0, Math.min(HASH_DIGITS, end.hash().length()))));
        return figures;
    }

    private static void test(
            TrainingAnswer answer, int step, SequencedMap<String, String> figures) {
        double loss = RunsTable.at(answer.testLoss(), step);
        double accuracy = RunsTable.at(answer.testAccuracy(), step);
        if (!Double.isNaN(loss)) {
            figures.put("Test loss", NumberText.significant(loss, 3));
        }
        if (!Double.isNaN(accuracy)) {
            figures.put("Right on test rows", NumberText.percent(accuracy));
        }
    }

    private static String range(DrawnCurves curves, int step) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int draw = 0; draw < curves.draws(); draw++) {
            double value = curves.at(draw, step);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return curves.draws() == 1
                ? NumberText.significant(most, 3)
                : NumberText.significant(least, 3) + " … " + NumberText.significant(most, 3);
    }

    private static void ends(
            SequencedMap<String, String> figures, String name, List<Double> values) {
        if (!values.isEmpty()) {
            figures.put(
                    name,
                    NumberText.significant(values.getFirst(), 2)
                            + " → "
                            + NumberText.significant(values.getLast(), 2));
        }
    }

    /// Of each layer; empty where they are not known.
    private static List<Double> at(RunState run, Function<LayerCurves, Curve> curve, int step) {
        List<Double> values = new ArrayList<>();
        for (LayerCurves layer : run.layers()) {
            Curve each = curve.apply(layer);
            if (each.isEmpty()) {
                return List.of();
            }
            values.add(each.at(Math.min(step, each.length() - 1)));
        }
        return values;
    }
}
