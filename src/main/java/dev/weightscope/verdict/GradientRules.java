package dev.weightscope.verdict;

import static dev.weightscope.verdict.Evidence.number;
import static dev.weightscope.verdict.Evidence.percent;

import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Skip;
import dev.weightscope.verdict.Verdict.Finding;
import dev.weightscope.verdict.Verdict.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// What there is to say of the gradient on its way back, where it was computed. All of it rests on
/// what was measured; theory only explains.
final class GradientRules {
    /// Below this ratio of first to last RMS, or above its inverse, a change calls for caution.
    private static final double MUCH = 10;

    /// The first that finds its case speaks.
    static final List<Function<Evidence, Optional<Finding>>> RULES =
            List.of(
                    GradientRules::overflows,
                    GradientRules::isNan,
                    GradientRules::isZero,
                    GradientRules::explodesByBatchNorm,
                    GradientRules::explodes,
                    GradientRules::vanishes,
                    GradientRules::grows,
                    GradientRules::shrinks,
                    GradientRules::fades);

    private GradientRules() {}

    /// What is told of saturation, that slopes near 0 make the gradient vanish, is wrong where the
    /// weights outweigh the slopes: then this is said in its place.
    static Optional<Finding> saturatedAndExploding(Evidence e) {
        return e.gradients()
                .filter(_ -> e.saturated() >= Verdicts.SATURATED_SHARE)
                .filter(gradient -> gradient.trend().growth() >= Verdicts.TREND)
                .map(gradient ->
                        new Finding(
                                Kind.SATURATED_EXPLODING,
                                percent(e.saturated()) + " saturated, gradient " + factor(gradient),
                                "Up to %s saturated, and still the gradient explodes: its RMS goes %s → %s from layer %d to layer %d, %s a layer. σ_w² = %s outweighs the small slopes."
                                        .formatted(
                                                percent(e.saturated()),
                                                number(gradient.trend().first()),
                                                number(gradient.trend().last()),
                                                gradient.trend().firstLayer(),
                                                gradient.trend().lastLayer(),
                                                factor(gradient),
                                                number(e.effectiveVariance()))));
    }

    private static Optional<Finding> overflows(Evidence e) {
        return e.gradients().filter(gradient -> gradient.snapshot().gradientOverflows()).isPresent()
                ? at(
                        e,
                        gradient -> gradient.snapshot().lastLayerOfGradientNotFinite(),
                        Kind.GRADIENT_EXPLODING,
                        "∞ at layer %d",
                        "On its way back the gradient overflows at layer %d: from there to layer 1"
                                + " it is not finite.")
                : Optional.empty();
    }

    /// Where values that are not finite go into it, a gradient is NaN before it can be large.
    private static Optional<Finding> isNan(Evidence e) {
        String why =
                e.snapshot().firstOverflowLayer().stream()
                        .mapToObj(": values overflow at layer %d on the way there"::formatted)
                        .findFirst()
                        .orElse("");
        return at(
                e,
                gradient -> gradient.snapshot().lastLayerOfGradientNotFinite(),
                Kind.GRADIENT_NAN,
                "NaN from layer %d",
                "From layer %d back the gradient is NaN" + why + ". No step can be made of it.");
    }

    private static Optional<Finding> isZero(Evidence e) {
        return at(
                e,
                GradientEvidence::isZeroAt,
                Kind.GRADIENT_VANISHING,
                "0 from layer %d",
                "On its way back the gradient is exactly 0 from layer %d on: no weight from there"
                        + " to layer 1 is changed by learning.");
    }

    private static Optional<Finding> at(
            Evidence e,
            Function<GradientEvidence, OptionalInt> place,
            Kind kind,
            String brief,
            String text) {
        return e.gradients()
                .map(place)
                .filter(OptionalInt::isPresent)
                .map(layer ->
                        new Finding(
                                kind,
                                brief.formatted(layer.getAsInt()),
                                text.formatted(layer.getAsInt())));
    }

    /// Yang et al. 2019, "A mean field theory of batch normalization": the gradient's second moment
    /// grows by π/(π − 1) a layer for ReLU.
    private static Optional<Finding> explodesByBatchNorm(Evidence e) {
        boolean isBatchNorm =
                e.experiment().architecture().normalization() == Normalization.BATCH
                        && e.experiment().architecture().skip() == Skip.NONE;
        String theory =
                e.experiment().activation().function() == ActivationFunction.RELU
                        ? " In a wide ReLU network the factor is √(π/(π − 1)) = 1.21."
                        : "";
        return change(
                e,
                isBatchNorm ? Verdicts.TREND : Double.POSITIVE_INFINITY,
                Kind.BATCH_NORM_EXPLODING,
                "Batch norm makes the gradient explode",
                " No scale of the weights cures it." + theory);
    }

    private static Optional<Finding> explodes(Evidence e) {
        return change(
                e,
                Verdicts.RUNAWAY,
                Kind.GRADIENT_EXPLODING,
                "On its way back the gradient explodes",
                " The first layers are moved too far by any step that suits the last ones.");
    }

    private static Optional<Finding> grows(Evidence e) {
        return change(
                e, Verdicts.TREND, Kind.GRADIENT_GROWING, "On its way back the gradient grows", "");
    }

    private static Optional<Finding> vanishes(Evidence e) {
        return change(
                e,
                1 / Verdicts.RUNAWAY,
                Kind.GRADIENT_VANISHING,
                "On its way back the gradient vanishes",
                " The first layers hardly learn.");
    }

    private static Optional<Finding> shrinks(Evidence e) {
        return change(
                e, 1 / MUCH, Kind.GRADIENT_SHRINKING, "On its way back the gradient shrinks", "");
    }

    private static Optional<Finding> fades(Evidence e) {
        return change(
                e,
                1 / Verdicts.TREND,
                Kind.GRADIENT_FADING,
                "On its way back the gradient fades",
                "");
    }

    /// @param bound of the ratio of first to last RMS, which is to be at least as far from 1
    private static Optional<Finding> change(
            Evidence e, double bound, Kind kind, String what, String remark) {
        return e.gradients()
                .filter(gradient ->
                        bound > 1
                                ? gradient.trend().growth() >= bound
                                : gradient.trend().growth() <= bound)
                .filter(_ -> saturatedAndExploding(e).isEmpty())
                .map(gradient ->
                        new Finding(
                                kind,
                                "%s a layer".formatted(factor(gradient)),
                                "%s: its RMS goes %s → %s from layer %d to layer %d, %s a layer.%s"
                                        .formatted(
                                                what,
                                                number(gradient.trend().first()),
                                                number(gradient.trend().last()),
                                                gradient.trend().firstLayer(),
                                                gradient.trend().lastLayer(),
                                                factor(gradient),
                                                remark)));
    }

    private static String factor(GradientEvidence gradient) {
        return "×" + number(gradient.trend().perLayer());
    }
}
