package dev.weightscope.verdict;

import static dev.weightscope.verdict.Evidence.number;
import static dev.weightscope.verdict.Evidence.percent;

import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Trend;
import dev.weightscope.verdict.Verdict.Finding;
import dev.weightscope.verdict.Verdict.Kind;
import dev.weightscope.verdict.Verdict.Severity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/// The rules, grouped by what they speak of. In a group the first that finds its case speaks, since
/// it explains the later ones away; what the groups find stands side by side.
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

    /// Fewer draws do not tell how far one may be from the others.
    private static final int DRAWS_THAT_TELL = 5;

    /// How near the measured RMS of the last layer has to be to a theory that it is said to follow.
    private static final double NEAR = 0.25;

    /// How far from 1 σ_w²·φ′(0)² may be for weights that are called critical.
    private static final double NEARLY_CRITICAL = 0.05;

    /// What there is to say of equal units, of the signal's size, of its saturation, of the
    /// gradient, and of whether inputs can be told apart.
    private static final List<List<Function<Evidence, Optional<Finding>>>> RULES =
            List.of(
                    List.of(Verdicts::cannotLearn),
                    List.of(
                            Verdicts::exploding,
                            Verdicts::flushed,
                            Verdicts::allOff,
                            Verdicts::vanishing,
                            Verdicts::steadyInTheMedian,
                            Verdicts::growing,
                            Verdicts::fading,
                            Verdicts::shrinking),
                    List.of(
                            GradientRules::saturatedAndExploding,
                            Verdicts::dying,
                            Verdicts::saturating),
                    GradientRules.RULES,
                    List.of(Verdicts::alike));

    private static final Comparator<Finding> GRAVEST_FIRST =
            Comparator.<Finding, Severity>comparing(finding -> finding.kind().severity())
                    .reversed();

    private Verdicts() {}

    /// The verdict on a snapshot; there is always something to say.
    public static Verdict of(Snapshot snapshot) {
        return of(snapshot, List.of());
    }

    /// The verdict on a snapshot beside other draws of its network.
    ///
    /// @param drawn of each draw that is known, the snapshot's own among them, the RMS of the input
    ///   and then of each layer's output
    public static Verdict of(Snapshot snapshot, List<List<Double>> drawn) {
        Evidence evidence = Evidence.of(snapshot, drawn);
        List<Finding> found =
                RULES.stream()
                        .flatMap(group ->
                                group.stream()
                                        .flatMap(rule -> rule.apply(evidence).stream())
                                        .limit(1))
                        .sorted(GRAVEST_FIRST)
                        .limit(Verdict.MOST_FINDINGS)
                        .toList();
        List<Finding> findings = found.isEmpty() ? List.of(steady(evidence)) : found;
        return new Verdict(
                findings,
                KeyFigures.of(evidence),
                BothWays.text(
                        findings,
                        evidence.trend(),
                        evidence.gradients().map(GradientEvidence::trend)));
    }

    /// How the RMS of the gradient by the pre-activations changes on its way back, over the layers
    /// that are alike ([dev.weightscope.model.LikeLayers]); empty where it was not computed.
    public static Optional<Trend> gradientTrend(Snapshot snapshot) {
        return snapshot.hasGradients() ? Optional.of(Trend.ofGradient(snapshot)) : Optional.empty();
    }

    private static Optional<Finding> cannotLearn(Evidence e) {
        OptionalInt flushed = e.firstLayerWithAllWeightsFlushed();
        if (flushed.isPresent()) {
            return found(
                    Kind.CANNOT_LEARN,
                    "weights flushed to 0",
                    "%s flushes all weights of layer %d to zero: they are too small for it, and equal weights stay equal for ever."
                            .formatted(e.experiment().format().label(), flushed.getAsInt()));
        }
        return e.hasEqualUnits()
                ? found(
                        Kind.CANNOT_LEARN,
                        "all units of a layer are equal",
                        "All weights of a layer are equal, so its units compute the same value and"
                                + " get the same gradient: they stay equal for ever, and a layer is"
                                + " worth no more than one unit.")
                : Optional.empty();
    }

    private static Optional<Finding> exploding(Evidence e) {
        OptionalInt overflow = e.snapshot().firstOverflowLayer();
        OptionalInt squares = e.snapshot().firstSquareOverflowLayer();
        if (overflow.isPresent()) {
            String earlier =
                    squares.getAsInt() < overflow.getAsInt()
                            ? " A std computed in float32 reads infinity from layer "
                                    + squares.getAsInt()
                                    + " on, where the squares overflow."
                            : "";
            return found(
                    Kind.EXPLODING,
                    "overflows at layer " + overflow.getAsInt(),
                    new FormatLimits(e.snapshot()).overflow(overflow.getAsInt()) + earlier);
        }
        return e.growth() >= RUNAWAY
                ? found(Kind.EXPLODING, ends(e), trend("grows", e))
                : Optional.empty();
    }

    private static Optional<Finding> flushed(Evidence e) {
        return e.snapshot().firstFlushedLayer().stream()
                .mapToObj(layer -> new FormatLimits(e.snapshot()).underflow(layer))
                .findFirst()
                .flatMap(text ->
                        found(Kind.VANISHING, "below " + e.experiment().format().label(), text));
    }

    private static Optional<Finding> allOff(Evidence e) {
        return e.diesBySign()
                ? found(
                        Kind.DYING,
                        "all 0 from layer " + e.snapshot().firstAllZeroStreamLayer().getAsInt(),
                        "From layer %d on every unit is 0 for every sample: all pre-activations are negative there, and no gradient passes."
                                .formatted(e.snapshot().firstAllZeroStreamLayer().getAsInt()))
                : Optional.empty();
    }

    private static Optional<Finding> dying(Evidence e) {
        // Where samples look alike, half the units are off for all of them: that is the likeness,
        // not a death of its own. Where all are off, that has been said.
        boolean ofItsOwn = e.snapshot().firstAllZeroStreamLayer().isEmpty() && !areAlike(e);
        return e.dead() >= SATURATED_SHARE && ofItsOwn
                ? found(
                        Kind.DYING,
                        percent(e.dead()) + " of units dead",
                        "Up to %s of a layer's units are 0 for every sample (dead): no gradient reaches their weights."
                                .formatted(percent(e.dead())))
                : Optional.empty();
    }

    private static Optional<Finding> vanishing(Evidence e) {
        OptionalInt zero = e.snapshot().firstAllZeroStreamLayer();
        if (zero.isPresent()) {
            return found(
                    Kind.VANISHING,
                    "all 0 from layer " + zero.getAsInt(),
                    "From layer %d on every value is exactly 0: %s."
                            .formatted(zero.getAsInt(), whyZero(e)));
        }
        return e.growth() <= 1 / RUNAWAY
                ? found(Kind.VANISHING, ends(e), trend("falls", e))
                : Optional.empty();
    }

    private static String whyZero(Evidence e) {
        if (e.snapshot().input().allZero()) {
            return e.hasFlushedInput()
                    ? e.experiment().format().label() + " flushes the input to zero"
                    : "the input is";
        }
        if (e.isNormalizedAway()) {
            return "its normalization takes the mean away, of a single value";
        }
        return e.hasZeroWeightsAtFirstZero()
                ? "its weights are"
                : "the signal fell below the smallest " + e.experiment().format().label();
    }

    private static Optional<Finding> saturating(Evidence e) {
        if (e.saturated() < SATURATED_SHARE) {
            return Optional.empty();
        }
        // Mean field: a gradient's second moment is multiplied by σ_w²·E φ′² a layer (Schoenholz et
        // al. 2017).
        String gradients =
                e.effectiveVariance() > 10 && e.gradients().isEmpty()
                        ? " Their slope is nearly 0, yet gradients need not vanish: σ_w² = %s outweighs it in a wide network."
                                .formatted(number(e.effectiveVariance()))
                        : " Their slope is nearly 0.";
        return found(
                Kind.SATURATING,
                percent(e.saturated()) + " saturated",
                "Up to %s of a layer's activations lie in the outer 3 %% of their range."
                                .formatted(percent(e.saturated()))
                        + gradients);
    }

    private static boolean areAlike(Evidence e) {
        boolean fell =
                e.lastDistinctness() < ALIKE_RATIO
                        && e.lastDistinctness() < e.firstDistinctness() / 2;
        return fell || e.hasOneOutput();
    }

    private static Optional<Finding> alike(Evidence e) {
        return areAlike(e) && e.snapshot().firstOverflowLayer().isEmpty()
                ? found(
                        Kind.ALIKE,
                        "per-unit std " + number(e.snapshot().last().activation().perUnitStd()),
                        "The RMS ends at %s, but a unit's std across samples is only %s: every input gives nearly the same output, and the layers above can hardly tell them apart."
                                .formatted(
                                        number(e.snapshot().last().activation().rms()),
                                        number(e.snapshot().last().activation().perUnitStd())))
                : Optional.empty();
    }

    /// Where the median of the draws keeps its size and single ones do not, the size of one of them
    /// is no trend of the network's. A draw that is not finite strays the farthest.
    private static Optional<Finding> steadyInTheMedian(Evidence e) {
        if (e.drawn().size() < DRAWS_THAT_TELL) {
            return Optional.empty();
        }
        double[] growths = e.drawn().stream().mapToDouble(Trend::growth).sorted().toArray();
        double median = (growths[(growths.length - 1) / 2] + growths[growths.length / 2]) / 2;
        double[] ends = e.drawn().stream().mapToDouble(Trend::last).sorted().toArray();
        double least = ends[0];
        double most = ends[ends.length - 1];
        long lost = Arrays.stream(ends).filter(end -> !Double.isFinite(end)).count();
        boolean stray = lost > 0 || most / least >= TREND;
        String notFinite =
                lost > 0 ? ", with %d of %d not finite".formatted(lost, ends.length) : "";
        return median > 1 / TREND && median < TREND && stray
                ? found(
                        Kind.STEADY_IN_THE_MEDIAN,
                        "RMS %s … %s over %d draws"
                                .formatted(number(least), number(most), ends.length),
                        "The median of %d draws keeps its size, ×%s, but one draw may end anywhere from %s to %s%s; this one ends at %s."
                                .formatted(
                                        ends.length,
                                        number(median),
                                        number(least),
                                        number(ends[ends.length - 1 - (int) lost]),
                                        notFinite,
                                        number(e.lastRms())))
                : Optional.empty();
    }

    private static Optional<Finding> growing(Evidence e) {
        return e.growth() >= TREND
                ? found(Kind.GROWING, ends(e), trend("grows", e))
                : Optional.empty();
    }

    /// The slow decay of the textbook's choice, Xavier for tanh, which no gain near 1 avoids.
    private static Optional<Finding> fading(Evidence e) {
        OptionalDouble rate = CriticalDecay.rate(e.experiment().activation());
        double distance =
                CriticalDecay.distance(e.experiment().activation(), e.effectiveVariance());
        if (rate.isEmpty()
                || e.growth() > 1 / TREND
                || !(Math.abs(distance - 1) < NEARLY_CRITICAL)) {
            return Optional.empty();
        }
        int layers = e.snapshot().layers().size();
        double theory = 1 / Math.sqrt(rate.getAsDouble() * layers);
        return Math.abs(e.lastRms() / theory - 1) < NEAR
                ? found(
                        Kind.FADING,
                        ends(e) + ", like 1/√layer",
                        "A good start: the RMS goes %s → %s like 1/√(%s·layer), as %s does with weights of this size. Each layer shrinks it less than the one before."
                                .formatted(
                                        number(e.firstRms()),
                                        number(e.lastRms()),
                                        number(rate.getAsDouble()),
                                        e.experiment()
                                                .activation()
                                                .label()
                                                .toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static Optional<Finding> shrinking(Evidence e) {
        return e.growth() <= 1 / TREND
                ? found(Kind.SHRINKING, ends(e), trend("falls", e))
                : Optional.empty();
    }

    private static Finding steady(Evidence e) {
        String gradients =
                e.gradients()
                        .map(gradient ->
                                " So does the gradient on its way back: %s → %s."
                                        .formatted(
                                                number(gradient.trend().first()),
                                                number(gradient.trend().last())))
                        .orElse("");
        return new Finding(
                Kind.STEADY,
                ends(e),
                "The RMS stays within a factor of two from %s to layer %d: %s → %s."
                                .formatted(
                                        e.startName(),
                                        e.trend().lastLayer(),
                                        number(e.firstRms()),
                                        number(e.lastRms()))
                        + gradients
                        + output(e));
    }

    private static String trend(String verb, Evidence e) {
        return "The RMS %s %s → %s from %s to layer %d, ×%s a layer.%s"
                .formatted(
                        verb,
                        number(e.firstRms()),
                        number(e.lastRms()),
                        e.startName(),
                        e.trend().lastLayer(),
                        number(e.trend().perLayer()),
                        output(e));
    }

    /// What a last layer that is not like the others makes of the signal, where it is worth a word.
    private static String output(Evidence e) {
        int depth = e.experiment().depth();
        double rms = e.snapshot().last().activation().rms();
        double factor = rms / e.lastRms();
        return e.trend().lastLayer() < depth && !(factor < TREND && factor > 1 / TREND)
                ? " Layer %d, which is plain, makes it %s.".formatted(depth, number(rms))
                : "";
    }

    /// `RMS 0.628 → 0.227`
    private static String ends(Evidence e) {
        return "RMS %s → %s".formatted(number(e.firstRms()), number(e.lastRms()));
    }

    private static Optional<Finding> found(Kind kind, String brief, String text) {
        return Optional.of(new Finding(kind, brief, text));
    }
}
