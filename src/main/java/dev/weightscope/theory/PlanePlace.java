package dev.weightscope.theory;

import dev.weightscope.model.Experiment;
import java.util.List;
import java.util.Optional;

/// Where an experiment stands in the plane of σ_w² and σ_b².
public sealed interface PlanePlace {
    /// @param weightVariance σ_w² of the layer that stands for all ([Experiment#explainedLayer])
    /// @param biasVariance σ_b² of that layer
    /// @param start the variance of the first layer's pre-activations, above 0: where it ends
    ///   depends on it where there is more than one fixed point
    record At(double weightVariance, double biasVariance, double start) implements PlanePlace {}

    /// @param reason why it has no place, as a sentence
    record None(String reason) implements PlanePlace {}

    /// @param checkpoint called now and then; may throw to end the work
    static PlanePlace of(Experiment experiment, Runnable checkpoint) {
        Optional<String> objection = Assumptions.objection(experiment);
        if (objection.isPresent()) {
            return new None(objection.get());
        }
        List<ForwardPass.Layer> layers =
                ForwardPass.of(
                        ActivationMoments.of(experiment.activation()),
                        experiment.architecture().normalization(),
                        InputStatistics.sizeOf(experiment, checkpoint),
                        LayerVariances.of(experiment),
                        checkpoint);
        LayerVariances laws = layers.get(experiment.explainedLayer() - 1).laws();
        double start = layers.getFirst().variance();
        return new At(
                laws.weightVariance(),
                laws.biasVariance(),
                start > 0 && start < Double.POSITIVE_INFINITY ? start : PhaseField.START);
    }
}
