package dev.weightscope.theory;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import java.util.Optional;

/// What mean-field theory takes for granted: weights and biases drawn at random with mean 0 and a
/// variance that is known.
public final class Assumptions {
    private Assumptions() {}

    /// Why theory says nothing of an experiment, as a sentence; empty where it does.
    public static Optional<String> objection(Experiment experiment) {
        for (LayerPlace place : experiment.places()) {
            Law biases = experiment.biasLaw(place.layer());
            Optional<String> objection =
                    toWeights(experiment.weightLaw(place)).or(() -> toBiases(biases));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> toWeights(Law law) {
        return switch (law) {
            case Law.Normal _, Law.Uniform _, Law.TruncatedNormal _ -> Optional.empty();
            case Law.Orthogonal _, Law.Sparse _ -> Optional.empty();
            case Law.Constant _ ->
                    Optional.of("Theory is of weights drawn at random; these are equal.");
            case Law.Identity _ ->
                    Optional.of("Theory is of weights drawn at random; these are the identity.");
            case Law.LayerSequential _ ->
                    Optional.of(
                            "Theory needs the variance of the weights; here it follows from the"
                                    + " input.");
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
