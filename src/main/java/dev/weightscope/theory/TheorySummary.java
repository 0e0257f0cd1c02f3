package dev.weightscope.theory;

import dev.weightscope.model.Experiment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What becomes of a signal, of two samples and of a gradient if one layer of a network is followed
/// by ever more like it ([MeanField]). NaN where there is no such limit.
///
/// @param layer the layer that it is of, from 1; empty where all behind the first are alike
/// @param weightVariance σ_w² = fan_in·Var(W)
/// @param biasVariance σ_b²
/// @param variance q*, where the variance of pre-activations ends, before any normalization
/// @param chi χ₁, by which a layer there multiplies the second moment of a gradient
/// @param correlation c*, where the correlation of two samples ends
/// @param varianceScale ξ_q, in layers
/// @param correlationScale ξ_c, in layers
/// @param phase empty where χ₁ does not say it
public record TheorySummary(
        OptionalInt layer,
        double weightVariance,
        double biasVariance,
        double variance,
        double chi,
        double correlation,
        double varianceScale,
        double correlationScale,
        Optional<Phase> phase) {
    /// Of the layer that stands for all ([Experiment#explainedLayer]).
    ///
    /// @param layers those of the experiment
    /// @param start the variance of the first layer's pre-activations
    static TheorySummary of(
            Experiment experiment,
            ActivationMoments activation,
            List<LayerVariances> layers,
            double start) {
        int explained = experiment.explainedLayer();
        LayerVariances layer = layers.get(explained - 1);
        MeanField limit =
                MeanField.of(
                        new VarianceMap(activation, layer.weightVariance(), layer.biasVariance()),
                        start);
        return new TheorySummary(
                areAlike(layers) ? OptionalInt.empty() : OptionalInt.of(explained),
                limit.weightVariance(),
                limit.biasVariance(),
                limit.variance(),
                limit.chi(),
                limit.correlation(),
                limit.varianceScale(),
                limit.correlationScale(),
                Optional.of(limit.phase()));
    }

    /// The first layer may see another number of values than the others do.
    private static boolean areAlike(List<LayerVariances> layers) {
        return layers.size() == 1
                || layers.stream()
                        .skip(1)
                        .allMatch(each ->
                                each.weightVariance() == layers.get(1).weightVariance()
                                        && each.biasVariance() == layers.get(1).biasVariance());
    }
}
