package dev.weightscope.theory;

import dev.weightscope.model.Experiment;
import java.util.List;
import java.util.stream.IntStream;

/// One layer as theory sees it.
///
/// @param fanIn how many values each unit sees
/// @param fanOut the number of units
/// @param weightVariance σ_w² = fanIn·Var(W)
/// @param biasVariance σ_b²
public record LayerVariances(int fanIn, int fanOut, double weightVariance, double biasVariance) {
    /// All layers of an experiment that [Assumptions] has nothing against, its gain included.
    public static List<LayerVariances> of(Experiment experiment) {
        return IntStream.rangeClosed(1, experiment.depth())
                .mapToObj(layer -> of(experiment, layer))
                .toList();
    }

    private static LayerVariances of(Experiment experiment, int layer) {
        int fanIn = experiment.fanIn(layer);
        int fanOut = experiment.fanOut(layer);
        return new LayerVariances(
                fanIn,
                fanOut,
                fanIn * experiment.weightLaw(layer).variance(fanIn, fanOut),
                experiment.biasLaw(layer).variance(fanIn, fanOut));
    }

    /// By this the second moment of a gradient by the pre-activations changes on its way to what
    /// the layer sees: fanOut·Var(W).
    double backward() {
        return weightVariance * fanOut / fanIn;
    }
}
