package dev.weightscope.theory;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import java.util.Optional;

/// What mean-field theory takes for granted: weights and biases drawn at random with mean 0 and a
/// variance that is known.
final class Assumptions {
    private Assumptions() {}

    /// Why theory says nothing of an experiment, as a sentence; empty where it does.
    static Optional<String> objection(Experiment experiment) {
        boolean areAllZero = true;
        for (LayerPlace place : experiment.places()) {
            Law weights = experiment.weightLaw(place);
            Law biases = experiment.biasLaw(place.layer());
            Optional<String> objection = toWeights(weights).or(() -> toBiases(biases));
            if (objection.isPresent()) {
                return objection;
            }
            areAllZero = areAllZero && isZero(weights);
        }
        return areAllZero ? toEqualWeights() : Optional.empty();
    }

    /// Some layers of a branch may begin at 0.
    private static boolean isZero(Law law) {
        return law instanceof Law.Constant(double value) && value == 0;
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
            case Law.Custom _ ->
                    Optional.of("Theory needs the variance of the weights; yours is not known.");
        };
    }

    private static Optional<String> toBiases(Law law) {
        return switch (law) {
            case Law.Constant(double value) when value != 0 ->
                    Optional.of("Theory is of biases with mean 0; these are constant.");
            case Law.Custom _ ->
                    Optional.of("Theory needs the variance of the biases; yours is not known.");
            case Law.Constant _, Law.Normal _, Law.Uniform _, Law.TruncatedNormal _ ->
                    Optional.empty();
            case Law.Identity _, Law.Orthogonal _, Law.Sparse _ -> Optional.empty();
            case Law.LayerSequential _ -> Optional.empty();
        };
    }
}
