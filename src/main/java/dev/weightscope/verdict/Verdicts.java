package dev.weightscope.verdict;

import static dev.weightscope.verdict.Evidence.number;
import static dev.weightscope.verdict.Evidence.percent;

import dev.weightscope.model.Snapshot;
import dev.weightscope.verdict.Verdict.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// The rules, in the order they are asked. The first that finds its case speaks; the last always
/// does.
public final class Verdicts {
    /// From here on a change of the RMS between first and last layer is called a trend.
    static final double TREND = 2;

    /// From here on a trend is called vanishing or exploding.
    static final double RUNAWAY = 1000;

    /// From this share of a layer on, saturation or death is what there is to say.
    static final double SATURATED_SHARE = 0.25;

    /// Below this ratio of per-unit std to RMS samples can hardly be told apart, if they could at
    /// the start.
    static final double ALIKE_RATIO = 0.4;

    private static final List<Function<Evidence, Optional<Verdict>>> RULES =
            List.of(
                    Verdicts::cannotLearn,
                    Verdicts::exploding,
                    Verdicts::flushed,
                    Verdicts::dying,
                    Verdicts::vanishing,
                    Verdicts::saturating,
                    Verdicts::growing,
                    Verdicts::shrinking,
                    Verdicts::alike,
                    Verdicts::steady);

    private Verdicts() {}

    /// The verdict on a snapshot; there is always one.
    public static Verdict of(Snapshot snapshot) {
        Evidence evidence = new Evidence(snapshot);
        return RULES.stream()
                .flatMap(rule -> rule.apply(evidence).stream())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Verdict> cannotLearn(Evidence e) {
        OptionalInt flushed = e.firstLayerWithAllWeightsFlushed();
        if (flushed.isPresent()) {
            return verdict(
                    e,
                    Kind.CANNOT_LEARN,
                    "%s flushes all weights of layer %d to zero: they are too small for it, and equal weights stay equal for ever."
                            .formatted(e.experiment().format().label(), flushed.getAsInt()));
        }
        return e.hasEqualUnits()
                ? verdict(
                        e,
                        Kind.CANNOT_LEARN,
                        "All weights of a layer are equal, so its units compute the same value and"
                                + " get the same gradient: they stay equal for ever, and a layer is"
                                + " worth no more than one unit.")
                : Optional.empty();
    }

    private static Optional<Verdict> exploding(Evidence e) {
        OptionalInt overflow = e.snapshot().firstOverflowLayer();
        OptionalInt squares = e.snapshot().firstSquareOverflowLayer();
        if (overflow.isPresent()) {
            String earlier =
                    squares.getAsInt() < overflow.getAsInt()
                            ? " A std computed in float32 reads infinity from layer "
                                    + squares.getAsInt()
                                    + " on, where the squares overflow."
                            : "";
            return verdict(
                    e,
                    Kind.EXPLODING,
                    new FormatLimits(e.snapshot()).overflow(overflow.getAsInt()) + earlier);
        }
        return e.growth() >= RUNAWAY
                ? verdict(e, Kind.EXPLODING, trend("grows", e))
                : Optional.empty();
    }

    private static Optional<Verdict> flushed(Evidence e) {
        return e.snapshot().firstFlushedLayer().stream()
                .mapToObj(layer -> new FormatLimits(e.snapshot()).underflow(layer))
                .findFirst()
                .flatMap(text -> verdict(e, Kind.VANISHING, text));
    }

    private static Optional<Verdict> dying(Evidence e) {
        if (e.diesBySign()) {
            return verdict(
                    e,
                    Kind.DYING,
                    "From layer %d on every unit is 0 for every sample: all pre-activations are negative there, and no gradient passes."
                            .formatted(e.snapshot().firstAllZeroLayer().getAsInt()));
        }
        // Where samples look alike, half the units are off for all of them: that is the likeness,
        // not a death of its own.
        return e.dead() >= SATURATED_SHARE && alike(e).isEmpty()
                ? verdict(
                        e,
                        Kind.DYING,
                        "Up to %s of a layer's units are 0 for every sample (dead): no gradient reaches their weights."
                                .formatted(percent(e.dead())))
                : Optional.empty();
    }

    private static Optional<Verdict> vanishing(Evidence e) {
        OptionalInt zero = e.snapshot().firstAllZeroLayer();
        if (zero.isPresent()) {
            return verdict(
                    e,
                    Kind.VANISHING,
                    "From layer %d on every value is exactly 0: %s."
                            .formatted(zero.getAsInt(), whyZero(e)));
        }
        return e.growth() <= 1 / RUNAWAY
                ? verdict(e, Kind.VANISHING, trend("falls", e))
                : Optional.empty();
    }

    private static String whyZero(Evidence e) {
        if (e.snapshot().input().allZero()) {
            return e.hasFlushedInput()
                    ? e.experiment().format().label() + " flushes the input to zero"
                    : "the input is";
        }
        return e.hasZeroWeightsAtFirstZero()
                ? "its weights are"
                : "the signal fell below the smallest " + e.experiment().format().label();
    }

    private static Optional<Verdict> saturating(Evidence e) {
        if (e.saturated() < SATURATED_SHARE) {
            return Optional.empty();
        }
        // Mean field: a gradient's second moment is multiplied by σ_w²·E φ′² a layer (Schoenholz et
        // al. 2017).
        String gradients =
                e.effectiveVariance() > 10
                        ? " Their slope is nearly 0, yet gradients need not vanish: σ_w² = %s outweighs it in a wide network."
                                .formatted(number(e.effectiveVariance()))
                        : " Their slope is nearly 0.";
        return verdict(
                e,
                Kind.SATURATING,
                "Up to %s of a layer's activations lie in the outer 3 %% of their range."
                                .formatted(percent(e.saturated()))
                        + gradients);
    }

    private static Optional<Verdict> alike(Evidence e) {
        boolean fell =
                e.lastDistinctness() < ALIKE_RATIO
                        && e.lastDistinctness() < e.firstDistinctness() / 2;
        return fell || e.hasOneOutput()
                ? verdict(
                        e,
                        Kind.ALIKE,
                        "The RMS ends at %s, but a unit's std across samples is only %s: every input gives nearly the same output, and the layers above can hardly tell them apart."
                                .formatted(
                                        number(e.lastRms()),
                                        number(e.snapshot().last().activation().perUnitStd())))
                : Optional.empty();
    }

    private static Optional<Verdict> growing(Evidence e) {
        return e.growth() >= TREND ? verdict(e, Kind.GROWING, trend("grows", e)) : Optional.empty();
    }

    private static Optional<Verdict> shrinking(Evidence e) {
        return e.growth() <= 1 / TREND
                ? verdict(e, Kind.SHRINKING, trend("falls", e))
                : Optional.empty();
    }

    private static Optional<Verdict> steady(Evidence e) {
        return verdict(
                e,
                Kind.STEADY,
                "The RMS stays within a factor of two from first to last layer: %s → %s."
                        .formatted(number(e.firstRms()), number(e.lastRms())));
    }

    private static String trend(String verb, Evidence e) {
        int layers = e.snapshot().layers().size();
        return "The RMS %s %s → %s from %s to layer %d, ×%s a layer."
                .formatted(
                        verb,
                        number(e.firstRms()),
                        number(e.lastRms()),
                        layers == 1 ? "the input" : "layer 1",
                        layers,
                        number(e.growthPerLayer()));
    }

    private static Optional<Verdict> verdict(Evidence e, Kind kind, String text) {
        return Optional.of(new Verdict(kind, text, KeyFigures.of(e)));
    }
}
