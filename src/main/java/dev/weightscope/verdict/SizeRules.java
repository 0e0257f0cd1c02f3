package dev.weightscope.verdict;

import static dev.weightscope.verdict.Evidence.number;

import dev.weightscope.model.Trend;
import dev.weightscope.verdict.Verdict.Finding;
import dev.weightscope.verdict.Verdict.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/// What there is to say of the size of the signal: whether it leaves the number format, and how its
/// RMS changes over the layers that are alike.
final class SizeRules {
    /// Fewer draws do not tell how far one may be from the others.
    private static final int DRAWS_THAT_TELL = 5;

    /// How near the measured RMS of the last layer has to be to a theory that it is said to follow.
    private static final double NEAR = 0.25;

    /// How far from 1 σ_w²·φ′(0)² may be for weights that are called critical.
    private static final double NEARLY_CRITICAL = 0.05;

    /// The first that finds its case speaks.
    static final List<Function<Evidence, Optional<Finding>>> RULES =
            List.of(
                    SizeRules::exploding,
                    SizeRules::flushed,
                    SizeRules::allOff,
                    SizeRules::vanishing,
                    SizeRules::steadyInTheMedian,
                    SizeRules::growing,
                    SizeRules::fading,
                    SizeRules::shrinking);

    private SizeRules() {}

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
            return Verdicts.found(
                    Kind.EXPLODING,
                    "overflows at layer " + overflow.getAsInt(),
                    new FormatLimits(e.snapshot()).overflow(overflow.getAsInt()) + earlier);
        }
        return e.growth() >= Verdicts.RUNAWAY
                ? Verdicts.found(Kind.EXPLODING, ends(e), trend("grows", e))
                : Optional.empty();
    }

    private static Optional<Finding> flushed(Evidence e) {
        return e.snapshot().firstFlushedLayer().stream()
                .mapToObj(layer -> new FormatLimits(e.snapshot()).underflow(layer))
                .findFirst()
                .flatMap(text ->
                        Verdicts.found(
                                Kind.VANISHING, "below " + e.experiment().format().label(), text));
    }

    private static Optional<Finding> allOff(Evidence e) {
        return e.diesBySign()
                ? Verdicts.found(
                        Kind.DYING,
                        "all 0 from layer " + e.snapshot().firstAllZeroStreamLayer().getAsInt(),
                        "From layer %d on every unit is 0 for every sample: all pre-activations are negative there, and no gradient passes."
                                .formatted(e.snapshot().firstAllZeroStreamLayer().getAsInt()))
                : Optional.empty();
    }

    private static Optional<Finding> vanishing(Evidence e) {
        OptionalInt zero = e.snapshot().firstAllZeroStreamLayer();
        if (zero.isPresent()) {
            return Verdicts.found(
                    Kind.VANISHING,
                    "all 0 from layer " + zero.getAsInt(),
                    "From layer %d on every value is exactly 0: %s."
                            .formatted(zero.getAsInt(), whyZero(e)));
        }
        return e.growth() <= 1 / Verdicts.RUNAWAY
                ? Verdicts.found(Kind.VANISHING, ends(e), trend("falls", e))
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
        boolean stray = lost > 0 || most / least >= Verdicts.TREND;
        String notFinite =
                lost > 0 ? ", with %d of %d not finite".formatted(lost, ends.length) : "";
        return median > 1 / Verdicts.TREND && median < Verdicts.TREND && stray
                ? Verdicts.found(
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
        return e.growth() >= Verdicts.TREND
                ? Verdicts.found(Kind.GROWING, ends(e), trend("grows", e))
                : Optional.empty();
    }

    /// The slow decay of the textbook's choice, Xavier for tanh, which no gain near 1 avoids.
    private static Optional<Finding> fading(Evidence e) {
        OptionalDouble rate = CriticalDecay.rate(e.experiment().activation());
        double distance =
                CriticalDecay.distance(e.experiment().activation(), e.effectiveVariance());
        if (rate.isEmpty()
                || e.growth() > 1 / Verdicts.TREND
                || !(Math.abs(distance - 1) < NEARLY_CRITICAL)) {
            return Optional.empty();
        }
        int layers = e.snapshot().layers().size();
        double theory = 1 / Math.sqrt(rate.getAsDouble() * layers);
        return Math.abs(e.lastRms() / theory - 1) < NEAR
                ? Verdicts.found(
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
        return e.growth() <= 1 / Verdicts.TREND
                ? Verdicts.found(Kind.SHRINKING, ends(e), trend("falls", e))
                : Optional.empty();
    }

    /// What is said where nothing else is found.
    static Finding steady(Evidence e) {
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
        return e.trend().lastLayer() < depth
                        && !(factor < Verdicts.TREND && factor > 1 / Verdicts.TREND)
                ? " Layer %d, which is plain, makes it %s.".formatted(depth, number(rms))
                : "";
    }

    /// `RMS 0.628 → 0.227`
    private static String ends(Evidence e) {
        return "RMS %s → %s".formatted(number(e.firstRms()), number(e.lastRms()));
    }
}
