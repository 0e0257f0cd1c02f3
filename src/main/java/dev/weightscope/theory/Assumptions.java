package dev.weightscope.theory;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.LayerRole;
import dev.weightscope.model.LoadedTensor;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import java.util.Optional;

/// What mean-field theory takes for granted: weights and biases drawn at random with mean 0 and a
/// variance that is known, and normalizations over many values. Numbers of a file are taken for
/// draws of the variance that they have: what is measured strays from that as far as they are not.
final class Assumptions {
    private Assumptions() {}

    /// Over so many samples batch norm divides by a variance that the reciprocal of has no mean: a
    /// linear network's gradient grows by (B − 2)/(B − 3) a layer.
    private static final int TOO_FEW_SAMPLES = 3;

    private static final int DIGITS = 3;

    /// Why theory says nothing of an experiment, as a sentence; empty where it does.
    static Optional<String> objection(Experiment experiment) {
        Optional<String> ofNormalization = toNormalization(experiment);
        if (ofNormalization.isPresent()) {
            return ofNormalization;
        }
        for (LayerPlace place : experiment.places()) {
            Law weights = experiment.weightLaw(place);
            Law biases = experiment.biasLaw(place.layer());
            Optional<String> objection = toWeights(weights).or(() -> toBiases(biases));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return areZero(experiment) ? toZeros(experiment) : Optional.empty();
    }

    /// A mean over one value leaves 0 of it.
    private static Optional<String> toNormalization(Experiment experiment) {
        return switch (experiment.architecture().normalization()) {
            case NONE, RMS -> Optional.empty();
            case BATCH ->
                    experiment.effectiveSamples() > TOO_FEW_SAMPLES
                            ? Optional.empty()
                            : Optional.of(
                                    "Theory of batch norm is of large batches, of more than %d samples."
                                            .formatted(TOO_FEW_SAMPLES));
            case LAYER ->
                    experiment.places().stream()
                            .filter(Assumptions::normalizesOneUnit)
                            .findFirst()
                            .map(place ->
                                    "Theory of layer norm is of many units; in layer %d it has one, of which it leaves 0."
                                            .formatted(place.layer()));
        };
    }

    private static boolean normalizesOneUnit(LayerPlace place) {
        return switch (place.role()) {
            case PLAIN -> place.fanOut() == 1;
            case WHOLE_BRANCH, FIRST_OF_BRANCH -> place.fanIn() == 1;
            case LAST_OF_BRANCH -> false;
        };
    }

    /// Some layers of a branch may begin at 0.
    private static boolean isZero(Law law) {
        return switch (law) {
            case Law.Constant(double value) -> value == 0;
            case Law.Loaded(LoadedTensor tensor, double gain) ->
                    gain == 0 || tensor.largestMagnitude() == 0;
            default -> false;
        };
    }

    /// Whether every layer's weights are 0 by their law.
    static boolean areZero(Experiment experiment) {
        return experiment.places().stream()
                .map(experiment::weightLaw)
                .allMatch(Assumptions::isZero);
    }

    private static Optional<String> toZeros(Experiment experiment) {
        boolean leaveTheStream =
                experiment.places().stream().noneMatch(place -> place.role() == LayerRole.PLAIN);
        return Optional.of(
                leaveTheStream
                        ? "Theory is of weights drawn at random; every branch begins at 0 and"
                                + " leaves the stream as it is."
                        : "Theory is of weights drawn at random; these are all 0.");
    }

    private static Optional<String> toEqualWeights() {
        return Optional.of("Theory is of weights drawn at random; these are equal.");
    }

    private static Optional<String> toWeights(Law law) {
        return switch (law) {
            case Law.Normal _, Law.Uniform _, Law.TruncatedNormal _ -> Optional.empty();
            case Law.Orthogonal _, Law.LayerSequential _, Law.Sparse _ -> Optional.empty();
            case Law.Constant _ -> isZero(law) ? Optional.empty() : toEqualWeights();
            case Law.Identity _ ->
                    Optional.of("Theory is of weights drawn at random; these are the identity.");
            case Law.Loaded(LoadedTensor tensor, double _) ->
                    toNumbers(tensor).or(() -> toMean(tensor));
            case Law.Custom _ ->
                    Optional.of("Theory needs the variance of the weights; yours is not known.");
        };
    }

    private static Optional<String> toNumbers(LoadedTensor tensor) {
        return Double.isFinite(tensor.variance())
                ? Optional.empty()
                : Optional.of(
                        "Theory is of finite numbers; in %s some are infinite or NaN."
                                .formatted(Quoted.value(tensor.name())));
    }

    /// Numbers of a file are as if they were drawn with the variance that they have, unless they
    /// are mostly their mean.
    private static Optional<String> toMean(LoadedTensor tensor) {
        double std = Math.sqrt(tensor.variance());
        return Math.abs(tensor.mean()) <= std
                ? Optional.empty()
                : Optional.of(
                        "Theory is of weights with mean 0; those of %s have mean %s and std %s."
                                .formatted(
                                        Quoted.value(tensor.name()),
                                        Numbers.significant(tensor.mean(), DIGITS),
                                        Numbers.significant(std, DIGITS)));
    }

    private static Optional<String> toBiases(Law law) {
        return switch (law) {
            case Law.Constant(double value) when value != 0 ->
                    Optional.of("Theory is of biases with mean 0; these are constant.");
            case Law.Loaded(LoadedTensor tensor, double _) -> toNumbers(tensor);
            case Law.Custom _ ->
                    Optional.of("Theory needs the variance of the biases; yours is not known.");
            case Law.Constant _, Law.Normal _, Law.Uniform _, Law.TruncatedNormal _ ->
                    Optional.empty();
            case Law.Identity _, Law.Orthogonal _, Law.Sparse _ -> Optional.empty();
            case Law.LayerSequential _ -> Optional.empty();
        };
    }
}
