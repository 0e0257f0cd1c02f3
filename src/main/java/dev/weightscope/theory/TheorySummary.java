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
/// @param correlation c*, where the correlation of two samples ends; of a signal that vanishes (q*
///   is 0) without chaos it is 1, the fixed point that lasts at any size that is left
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
    static TheorySummary of(
            Experiment experiment, ActivationMoments activation, List<ForwardPass.Layer> layers) {
        int explained = experiment.explainedLayer();
        LayerVariances laws = layers.get(explained - 1).laws();
        OptionalInt layer = areAlike(layers) ? OptionalInt.empty() : OptionalInt.of(explained);
        VarianceMap map = new VarianceMap(activation, laws.weightVariance(), laws.biasVariance());
        if (experiment.hasBranches()) {
            return none(layer, map);
        }
        return switch (experiment.architecture().normalization()) {
            case NONE -> plain(layer, MeanField.of(map, layers.getFirst().variance()));
            case BATCH -> batch(layer, map);
            case LAYER, RMS -> normalized(layer, map);
        };
    }

    private static TheorySummary plain(OptionalInt layer, MeanField limit) {
        return new TheorySummary(
                layer,
                limit.weightVariance(),
                limit.biasVariance(),
                limit.variance(),
                limit.chi(),
                limit.limitingCorrelation(),
                limit.varianceScale(),
                limit.correlationScale(),
                Optional.of(limit.phase()));
    }

    /// On a stream that grows from branch to branch nothing settles.
    private static TheorySummary none(OptionalInt layer, VarianceMap map) {
        return new TheorySummary(
                layer,
                map.weightVariance(),
                map.biasVariance(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Optional.empty());
    }

    /// Over the units: pre-activations of variance q are divided by √q, which is as if σ_w² and
    /// σ_b² were divided by q; so q is reached in one layer.
    private static TheorySummary normalized(OptionalInt layer, VarianceMap map) {
        double variance = map.next(1);
        if (!(variance > 0)) {
            return none(layer, map);
        }
        MeanField limit =
                MeanField.of(
                        new VarianceMap(
                                map.moments(),
                                map.weightVariance() / variance,
                                map.biasVariance() / variance),
                        1);
        return new TheorySummary(
                layer,
                map.weightVariance(),
                map.biasVariance(),
                variance,
                limit.chi(),
                limit.correlation(),
                0,
                limit.correlationScale(),
                Optional.of(limit.phase()));
    }

    /// Over the batch what all samples share is taken away, and with it the correlation of two
    /// (Yang et al. 2019, arXiv 1902.08129): χ₁ = E φ′² / Var φ at variance 1.
    private static TheorySummary batch(OptionalInt layer, VarianceMap map) {
        Moments moments = map.moments().at(1);
        double chi = moments.slopeSecond() / (moments.std() * moments.std());
        return new TheorySummary(
                layer,
                map.weightVariance(),
                map.biasVariance(),
                map.next(1),
                chi,
                Double.NaN,
                0,
                Double.NaN,
                Optional.of(Phase.of(chi)));
    }

    /// The first layer may see another number of values than the others do.
    private static boolean areAlike(List<ForwardPass.Layer> layers) {
        return layers.stream()
                        .skip(1)
                        .map(each ->
                                List.of(each.laws().weightVariance(), each.laws().biasVariance()))
                        .distinct()
                        .count()
                <= 1;
    }
}
