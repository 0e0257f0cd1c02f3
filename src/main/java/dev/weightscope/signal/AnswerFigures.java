package dev.weightscope.signal;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.model.Direction;
import dev.weightscope.model.LikeLayers;
import dev.weightscope.theory.LayerTheory;
import dev.weightscope.theory.LayerTheory.Band;
import dev.weightscope.verdict.Verdict.KeyFigure;
import dev.weightscope.verdict.Verdicts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What theory and other draws say of the last of the layers that are compared, and of the one
/// where the gradient arrives, as key figures beside those of the snapshot. Which there are depends
/// on what was asked, not on the numbers: a list of them stands still while a slider is dragged.
final class AnswerFigures {
    private static final int DIGITS = 3;
    private static final String UNKNOWN = "–";

    /// What is still being computed.
    private static final String AWAITED = "…";

    private AnswerFigures() {}

    static List<KeyFigure> of(SignalAnswer answer) {
        List<KeyFigure> figures = new ArrayList<>();
        // Where theory has no answer its rows say so: what is below them does not move.
        answer.theory().ifPresent(_ -> addTheory(answer, figures));
        if (answer.draws().areSeveral()) {
            addDraws(answer, figures);
        }
        return figures;
    }

    private static void addTheory(SignalAnswer answer, List<KeyFigure> figures) {
        int end = end(answer);
        Optional<LayerTheory> last = answer.curves().map(theory -> theory.layers().get(end - 1));
        String place = " at layer " + end;
        figures.add(
                new KeyFigure(
                        "Theory, std" + place,
                        last.map(layer -> number(layer.activationStd())).orElse(UNKNOWN),
                        "What mean-field theory says the std of this layer is, for layers of"
                                + " infinite width."));
        figures.add(
                new KeyFigure(
                        "χ" + place,
                        last.map(layer -> number(layer.chi())).orElse(UNKNOWN),
                        "σ_w² · E φ′², by which this layer multiplies the second moment of a"
                                + " gradient on its way back: below 1 it fades, above it grows."));
        figures.add(
                new KeyFigure(
                        "Band" + place,
                        last.map(LayerTheory::band)
                                .filter(AnswerFigures::isKnown)
                                .map(band -> range(band.low(), band.high()))
                                .orElse(UNKNOWN),
                        "Where the RMS of this layer lies in 95 % of draws, at this width and"
                                + " for this batch."));
    }

    /// Where the verdict's comparison ends, too: an output behind the branches is not like them.
    private static int end(SignalAnswer answer) {
        return LikeLayers.of(answer.snapshot().experiment()).signal().getLast();
    }

    /// The activations where they end, and the gradients where they arrive.
    private static void addDraws(SignalAnswer answer, List<KeyFigure> figures) {
        int end = end(answer);
        add(
                answer,
                figures,
                Direction.FORWARD,
                end,
                "RMS, ",
                "Draws inside the band",
                "RMS of layer %d".formatted(end));
        Verdicts.gradientTrend(answer.snapshot())
                .ifPresent(trend ->
                        add(
                                answer,
                                figures,
                                Direction.BACKWARD,
                                trend.lastLayer(),
                                "Gradient, ",
                                "Gradients inside the band",
                                "RMS of the gradient by the pre-activations of layer %d, where it"
                                                .formatted(trend.lastLayer())
                                        + " arrives,"));
    }

    /// @param figures modified: gets the range of the draws, and how many are inside the band
    private static void add(
            SignalAnswer answer,
            List<KeyFigure> figures,
            Direction direction,
            int layer,
            String range,
            String inside,
            String what) {
        double[] drawn =
                answer.draws().done().stream()
                        .mapToDouble(draw -> draw.layer(layer, direction).rms())
                        .toArray();
        boolean areKnown = drawn.length > 1;
        figures.add(
                new KeyFigure(
                        range + answer.draws().label(),
                        areKnown
                                ? range(
                                        Arrays.stream(drawn).min().orElseThrow(),
                                        Arrays.stream(drawn).max().orElseThrow())
                                : AWAITED,
                        "The smallest and the largest %s over the draws, which differ in their"
                                        .formatted(what)
                                + " seeds alone."));
        Band band =
                answer.curves()
                        .map(theory -> TheoryCurves.band(theory.layers().get(layer - 1), direction))
                        .orElse(TheoryCurves.NO_BAND);
        answer.theory()
                .ifPresent(_ ->
                        figures.add(
                                new KeyFigure(
                                        inside,
                                        areKnown ? inside(drawn, band) : AWAITED,
                                        "How many of the draws have the %s within the band; about 19"
                                                        .formatted(what)
                                                + " of 20 should.")));
    }

    private static String inside(double[] draws, Band band) {
        long inside =
                Arrays.stream(draws).filter(rms -> rms >= band.low() && rms <= band.high()).count();
        return isKnown(band) ? "%d of %d".formatted(inside, draws.length) : UNKNOWN;
    }

    private static boolean isKnown(Band band) {
        return !Double.isNaN(band.low());
    }

    private static String range(double low, double high) {
        return number(low) + " … " + number(high);
    }

    /// Fewer digits where a power of ten takes their room.
    private static String number(double value) {
        String text = NumberText.significant(value, DIGITS);
        return text.contains("e") ? NumberText.significant(value, DIGITS - 1) : text;
    }
}
