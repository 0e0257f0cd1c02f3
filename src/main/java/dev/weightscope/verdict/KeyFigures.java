package dev.weightscope.verdict;

import static dev.weightscope.verdict.Evidence.number;
import static dev.weightscope.verdict.Evidence.percent;

import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Spread;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.verdict.Verdict.KeyFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The figures shown beside every verdict.
final class KeyFigures {
    private KeyFigures() {}

    static List<KeyFigure> of(Evidence e) {
        Snapshot snapshot = e.snapshot();
        TensorStatistics last = snapshot.last().activation();
        List<KeyFigure> figures = new ArrayList<>();
        for (Spread spread : Spread.values()) {
            figures.add(
                    new KeyFigure(
                            spread == Spread.STD
                                    ? spread.label() + ", first → last"
                                    : spread.label(),
                            spread.text(snapshot.layer(1).activation(), Evidence.DIGITS)
                                    + " → "
                                    + spread.text(last, Evidence.DIGITS)));
        }
        figures.add(new KeyFigure("RMS per layer", factor(e.growthPerLayer())));
        Saturation saturation = e.experiment().activation().function().saturation();
        if (saturation.isBounded()) {
            figures.add(new KeyFigure("Saturated, at most", percent(e.saturated())));
        }
        if (saturation == Saturation.RECTIFIED) {
            figures.add(new KeyFigure("Dead units, at most", percent(e.dead())));
            figures.add(new KeyFigure("Exact zeros, last layer", percent(last.zeroShare())));
        }
        figures.add(new KeyFigure("σ_w² = fan_in·Var W", number(e.effectiveVariance())));
        figures.add(
                new KeyFigure("Squares overflow at", layer(snapshot.firstSquareOverflowLayer())));
        figures.add(new KeyFigure("Values overflow at", layer(snapshot.firstOverflowLayer())));
        if (e.experiment().format() != NumberFormat.FLOAT32) {
            figures.add(new KeyFigure("Flushed, at most", percent(e.flushed())));
        }
        figures.add(new KeyFigure("All zero from", layer(snapshot.firstAllZeroLayer())));
        return figures;
    }

    private static String factor(double factor) {
        return Double.isNaN(factor) ? "–" : "×" + number(factor);
    }

    private static String layer(OptionalInt layer) {
        return layer.isPresent() ? "layer " + layer.getAsInt() : "none";
    }
}
