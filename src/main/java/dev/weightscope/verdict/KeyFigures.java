package dev.weightscope.verdict;

import static dev.weightscope.verdict.Evidence.number;
import static dev.weightscope.verdict.Evidence.percent;

import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Spread;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.model.Trend;
import dev.weightscope.verdict.Verdict.KeyFigure;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalInt;

/// The figures shown beside every verdict.
final class KeyFigures {
    private KeyFigures() {}

    static List<KeyFigure> of(Evidence e) {
        Snapshot snapshot = e.snapshot();
        TensorStatistics last = snapshot.last().activation();
        List<KeyFigure> figures = new ArrayList<>();
        String ends = " Of %s and layer %d.".formatted(e.startName(), e.trend().lastLayer());
        for (Spread spread : Spread.values()) {
            figures.add(
                    new KeyFigure(
                            spread == Spread.STD
                                    ? spread.label() + ", first → last"
                                    : spread.label(),
                            Evidence.typeset(
                                    spread.text(e.start(), Evidence.DIGITS)
                                            + " → "
                                            + spread.text(e.end(), Evidence.DIGITS)),
                            help(spread) + ends));
        }
        figures.add(
                new KeyFigure(
                        "RMS per layer",
                        factor(e.trend().perLayer()),
                        "The factor by which the RMS changes from one layer to the next, on"
                                + " average: (last RMS / first RMS)^(1 / steps), from %s to layer %d.%s"
                                        .formatted(
                                                e.startName(),
                                                e.trend().lastLayer(),
                                                ofBranches(e))));
        e.gradients().ifPresent(gradient -> addGradient(e, gradient, figures));
        Saturation saturation = e.experiment().activation().function().saturation();
        if (saturation.isBounded()) {
            figures.add(
                    new KeyFigure(
                            "Saturated, at most",
                            percent(e.saturated()),
                            "The share of activations in the outer 3 % of the function's range, in"
                                    + " the layer that has most of them. There the function is"
                                    + " flat: φ′(x) ≈ 0."));
        }
        if (saturation == Saturation.RECTIFIED) {
            figures.add(
                    new KeyFigure(
                            "Dead units, at most",
                            percent(e.dead()),
                            "The share of units that are 0 for every sample, in the layer that has"
                                    + " most of them. No gradient reaches their weights."));
            figures.add(
                    new KeyFigure(
                            "Exact zeros, last layer",
                            percent(last.zeroShare()),
                            "The share of activations of the last layer that are exactly 0. Half of"
                                    + " them is usual for ReLU."));
        }
        figures.add(effectiveVariance(e));
        figures.add(
                new KeyFigure(
                        "Squares overflow at",
                        layer(snapshot.firstSquareOverflowLayer()),
                        "The first layer with a value whose square is too large for float32:"
                                + " |x| > √3.4e38 = 1.8e19. A std computed in float32 is infinite"
                                + " from there on, though the values are not."));
        figures.add(
                new KeyFigure(
                        "Values overflow at",
                        layer(snapshot.firstOverflowLayer()),
                        "The first layer with a value that is ±∞ or NaN in the number format."));
        if (e.experiment().format() != NumberFormat.FLOAT32) {
            figures.add(
                    new KeyFigure(
                            "Flushed, at most",
                            percent(e.flushed()),
                            "The share of activations that are 0 only because the number format"
                                    + " holds nothing so small, in the layer that has most of"
                                    + " them."));
        }
        figures.add(
                new KeyFigure(
                        "All zero from",
                        layer(e.snapshot().firstAllZeroStreamLayer()),
                        "The first layer in which every activation is exactly 0; past one inside of"
                                + " a branch the signal goes on."));
        return figures;
    }

    private static void addGradient(
            Evidence e, GradientEvidence gradient, List<KeyFigure> figures) {
        Trend trend = gradient.trend();
        String range =
                "from layer %d to layer %d.%s%s"
                        .formatted(
                                trend.firstLayer(),
                                trend.lastLayer(),
                                ofBranches(e),
                                trend.lastLayer() == 1 || !e.like().signal().contains(1)
                                        ? ""
                                        : " Layer 1 is left out: its normalization divides by the"
                                                + " size of the input, the others' by that of"
                                                + " activations.");
        figures.add(
                new KeyFigure(
                        "Gradient, last → first",
                        number(trend.first()) + " → " + number(trend.last()),
                        "The RMS of the gradient by the pre-activations where it comes in and where"
                                + " it arrives, "
                                + range
                                + " The gradient by the last outputs is standard normal."));
        figures.add(
                new KeyFigure(
                        "Gradient per layer",
                        factor(trend.perLayer()),
                        "The factor by which the gradient's RMS changes from one layer to the one"
                                + " before it, on average: (first RMS / last RMS)^(1 / steps), "
                                + range));
        figures.add(
                new KeyFigure(
                        "Gradient not finite",
                        gradient.snapshot().lastLayerOfGradientNotFinite().stream()
                                .mapToObj("layer %d back"::formatted)
                                .findFirst()
                                .orElse("none"),
                        "The layer from which on, on its way back, the gradient by the"
                                + " pre-activations has values that are ±∞ or NaN."));
    }

    private static String ofBranches(Evidence e) {
        return e.experiment().hasBranches()
                ? " Compared is the stream: what is inside of a branch has a size of its own."
                : "";
    }

    private static KeyFigure effectiveVariance(Evidence e) {
        DoubleSummaryStatistics variances = e.effectiveVariances();
        String least = number(variances.getMin());
        String most = number(variances.getMax());
        return new KeyFigure(
                "σ_w² = fan_in·Var W",
                least.equals(most) ? least : least + " – " + most,
                "How much a layer's weights multiply the mean square of the signal: the number of"
                        + " a unit's inputs times the variance of a weight. 1 holds a linear"
                        + " network, 2 a ReLU network.");
    }

    private static String help(Spread spread) {
        return switch (spread) {
            case STD ->
                    "Standard deviation over all samples and units of a layer: √(mean of x² −"
                            + " (mean of x)²).";
            case RMS ->
                    "Root of the mean of squares: √(mean of x²). The next layer's size follows from"
                            + " it.";
            case PER_UNIT_STD ->
                    "The standard deviation of each unit across the samples, averaged over the"
                            + " units. 0 means that all inputs look alike to this layer.";
        };
    }

    private static String factor(double factor) {
        return Double.isNaN(factor) ? "–" : "×" + number(factor);
    }

    private static String layer(OptionalInt layer) {
        return layer.isPresent() ? "layer " + layer.getAsInt() : "none";
    }
}
