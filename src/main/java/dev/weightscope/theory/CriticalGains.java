package dev.weightscope.theory;

import dev.weightscope.model.Activation;
import dev.weightscope.model.Experiment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// The gains at which gradients neither vanish nor explode. The critical σ_w² depends on activation
/// and σ_b² alone and takes milliseconds to find ([CriticalPoint]), so the last ones are kept: an
/// experiment of another width, depth or initializer costs next to nothing.
///
/// Not for use by several threads at once.
public final class CriticalGains {
    private static final int KEPT = 16;

    private final Map<Key, OptionalDouble> known = new LinkedHashMap<>(KEPT, 0.75f, true);

    /// All that decides the critical σ_w².
    private record Key(Activation activation, double biasVariance) {}

    /// The gain that brings the weights of the layer that stands for all
    /// ([Experiment#explainedLayer]) to the critical σ_w²; empty where there is none, where weights
    /// are measured, where layers are not plain, and where theory says nothing ([Assumptions]).
    public OptionalDouble of(Experiment experiment) {
        Experiment atGainOne = experiment.withGain(1);
        if (Assumptions.objection(atGainOne).isPresent() || !experiment.architecture().isPlain()) {
            return OptionalDouble.empty();
        }
        LayerVariances layer = LayerVariances.of(atGainOne).get(experiment.explainedLayer() - 1);
        if (!(layer.weightVariance() > 0) || layer.scale().isPresent()) {
            return OptionalDouble.empty();
        }
        OptionalDouble critical =
                weightVariance(new Key(experiment.activation(), layer.biasVariance()));
        return critical.isPresent()
                ? OptionalDouble.of(Math.sqrt(critical.getAsDouble() / layer.weightVariance()))
                : OptionalDouble.empty();
    }

    private OptionalDouble weightVariance(Key key) {
        OptionalDouble critical =
                known.computeIfAbsent(
                        key,
                        _ ->
                                CriticalPoint.weightVariance(
                                        ActivationMoments.of(key.activation), key.biasVariance));
        if (known.size() > KEPT) {
            known.remove(known.keySet().iterator().next());
        }
        return critical;
    }
}
