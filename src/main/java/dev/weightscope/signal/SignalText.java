package dev.weightscope.signal;

import static dev.weightscope.signal.LayerTexts.number;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.PlainLayers;
import dev.weightscope.model.Snapshot;
import dev.weightscope.theory.SignalTheory;
import dev.weightscope.theory.TheoryAnswer;
import dev.weightscope.theory.TheorySummary;
import dev.weightscope.verdict.Verdict;
import dev.weightscope.verdict.Verdicts;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// An answer for people: its experiment, one line a layer, and what it means.
final class SignalText {
    private SignalText() {}

    /// Lines ended by LF; the numbers are those of the activations, but for the gradients'.
    static String format(SignalAnswer answer) {
        Snapshot snapshot = answer.snapshot();
        Verdict verdict = answer.verdict();
        return """
        %s

        %s%s
        values overflow: %s; squares overflow: %s; signal flushed: %s; all zero: %s
        %s%s
        """
                .formatted(
                        snapshot.experiment().caption()
                                + onItsOwnLine(snapshot.experiment().input().readingNote())
                                + onItsOwnLine(PlainLayers.remark(snapshot.experiment())),
                        LayerTexts.measured(answer),
                        LayerTexts.more(answer),
                        from(snapshot.firstOverflowLayer()),
                        from(snapshot.firstSquareOverflowLayer()),
                        from(snapshot.firstFlushedLayer()),
                        from(snapshot.firstAllZeroStreamLayer()),
                        asked(answer),
                        verdict.findings().stream()
                                .map(finding -> finding.kind().label() + ": " + finding.text())
                                .collect(Collectors.joining("\n")));
    }

    private static String onItsOwnLine(String note) {
        return note.isEmpty() ? "" : "\n" + note;
    }

    /// What was asked for beside the way forward, a line each.
    private static String asked(SignalAnswer answer) {
        StringBuilder lines = new StringBuilder();
        answer.snapshot()
                .gradientRatio()
                .ifPresent(ratio ->
                        lines.append(
                                "gradient rms, layer 1 : layer %d: %s\n"
                                        .formatted(
                                                answer.snapshot().layers().size(), number(ratio))));
        Verdicts.gradientTrend(answer.snapshot())
                .ifPresent(trend ->
                        lines.append(
                                "gradient rms of layers that are alike, %d back to %d: %s → %s, ×%s a layer; not finite: %s\n"
                                        .formatted(
                                                trend.firstLayer(),
                                                trend.lastLayer(),
                                                number(trend.first()),
                                                number(trend.last()),
                                                number(trend.perLayer()),
                                                back(
                                                        answer.snapshot()
                                                                .lastLayerOfGradientNotFinite()))));
        answer.theory()
                .ifPresent(theory ->
                        lines.append("theory: ")
                                .append(text(theory, answer.snapshot().experiment()))
                                .append('\n'));
        return lines.toString();
    }

    private static String text(TheoryAnswer theory, Experiment experiment) {
        return switch (theory) {
            case TheoryAnswer.None(String reason) -> reason;
            case TheoryAnswer.Known _ ->
                    (experiment.initializer() instanceof LoadedWeights
                                    ? "of drawn weights with the file's stds, "
                                    : "")
                            + text(SignalTheory.summary(experiment));
        };
    }

    private static String text(TheorySummary summary) {
        String limit =
                Double.isNaN(summary.variance())
                        ? "; there is no q*, where the variance would settle"
                        : ", q* %s, χ₁ %s"
                                .formatted(number(summary.variance()), number(summary.chi()));
        return "σ_w² %s, σ_b² %s%s%s"
                .formatted(
                        number(summary.weightVariance()),
                        number(summary.biasVariance()),
                        limit,
                        summary.phase().map(phase -> ", " + phase.key()).orElse(""));
    }

    private static String back(OptionalInt layer) {
        return layer.isPresent() ? "from layer %d back".formatted(layer.getAsInt()) : "nowhere";
    }

    private static String from(OptionalInt layer) {
        return layer.isPresent() ? "from layer " + layer.getAsInt() : "nowhere";
    }
}
