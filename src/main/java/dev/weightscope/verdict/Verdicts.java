package dev.weightscope.verdict;

import static dev.weightscope.verdict.Evidence.number;
import static dev.weightscope.verdict.Evidence.percent;

import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Trend;
import dev.weightscope.verdict.Verdict.Finding;
import dev.weightscope.verdict.Verdict.Kind;
import dev.weightscope.verdict.Verdict.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /// What there is to say of equal units, of the signal's size, of its saturation, of the
    /// gradient, and of whether inputs can be told apart.
    private static final List<List<Function<Evidence, Optional<Finding>>>> RULES =
            List.of(
                    List.of(Verdicts::cannotLearn),
                    SizeRules.RULES,
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
        List<Finding> findings = found.isEmpty() ? List.of(SizeRules.steady(evidence)) : found;
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

    static Optional<Finding> found(Kind kind, String brief, String text) {
        return Optional.of(new Finding(kind, brief, text));
    }
}
