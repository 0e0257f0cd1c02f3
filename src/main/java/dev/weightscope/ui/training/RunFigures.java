package dev.weightscope.ui.training;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.race.Lines;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.training.Curve;
import dev.weightscope.training.LayerCurves;
import dev.weightscope.training.RunState;
import dev.weightscope.verdict.Verdict.KeyFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What there is to read of a run at a step.
final class RunFigures {
    private static final int HASH_DIGITS = 12;

    private RunFigures() {}

    /// At a step, or at the last that is known before it.
    static List<KeyFigure> of(TrainingAnswer answer, int step) {
        List<KeyFigure> figures = new ArrayList<>();
        Lines loss = answer.loss();
        if (loss.length() > 0) {
            figures.add(
                    new KeyFigure(
                            loss.draws().size() == 1
                                    ? "Loss"
                                    : "Loss, %d draws".formatted(loss.draws().size()),
                            range(loss, Math.min(step, loss.length() - 1)),
                            "The loss of the training samples: of the draw with the least, and of"
                                    + " the one with the most."));
        }
        test(answer, step, figures);
        RunState first = answer.first();
        List<Double> updates = at(first, LayerCurves::updateRatio, step);
        if (!updates.isEmpty()) {
            double largest = updates.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            figures.add(
                    new KeyFigure(
                            "Update : weight, most",
                            NumberText.significant(largest, 2),
                            "RMS of what the step adds to a layer's weights by their RMS before it,"
                                    + " of the layer where it is largest; of the first draw."));
        }
        ends(
                figures,
                "Activation, 1 → out",
                "Std of the outputs of the first layer, and of the last, whose are the logits; of"
                        + " the first draw.",
                at(first, LayerCurves::activationStd, step));
        ends(
                figures,
                "Gradient, out → 1",
                "Std of the gradient of the loss by the pre-activations of the last layer, and of"
                        + " the first; of the first draw.",
                at(first, LayerCurves::gradientStd, step).reversed());
        first.divergedStep()
                .ifPresent(diverged ->
                        figures.add(
                                new KeyFigure(
                                        "Not finite",
                                        "from step " + diverged,
                                        "After this step of the first draw the loss is infinite or"
                                                + " not a number; it ends there.")));
        first.atEnd().ifPresent(end -> figures.add(hash(end.hash())));
        return figures;
    }

    private static KeyFigure hash(String whole) {
        return new KeyFigure(
                "Weights at the end",
                whole.substring(0, Math.min(HASH_DIGITS, whole.length())),
                "The hash of all that the first draw has learnt: where two are alike, all weights"
                        + " are, bit for bit. In full: "
                        + whole);
    }

    private static void test(TrainingAnswer answer, int step, List<KeyFigure> figures) {
        double loss = RunsTable.at(answer.testLoss(), step);
        double accuracy = RunsTable.at(answer.testAccuracy(), step);
        if (!Double.isNaN(loss)) {
            figures.add(
                    new KeyFigure(
                            "Test loss",
                            NumberText.significant(loss, 3),
                            "The loss of the rows that are left for testing, the median of all"
                                    + " draws."));
        }
        if (!Double.isNaN(accuracy)) {
            figures.add(
                    new KeyFigure(
                            "Right on test rows",
                            NumberText.percent(accuracy),
                            "The share of right answers on the rows that are left for testing, the"
                                    + " median of all draws."));
        }
    }

    private static String range(Lines curves, int step) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int draw = 0; draw < curves.draws().size(); draw++) {
            double value = curves.at(draw, step);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return curves.draws().size() == 1
                ? NumberText.significant(most, 3)
                : NumberText.significant(least, 3) + " … " + NumberText.significant(most, 3);
    }

    private static void ends(
            List<KeyFigure> figures, String name, String help, List<Double> values) {
        if (!values.isEmpty()) {
            figures.add(
                    new KeyFigure(
                            name,
                            NumberText.significant(values.getFirst(), 2)
                                    + " → "
                                    + NumberText.significant(values.getLast(), 2),
                            help));
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
