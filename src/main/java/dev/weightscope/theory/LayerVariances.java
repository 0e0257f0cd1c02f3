package dev.weightscope.theory;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerPlace;
import java.util.List;

/// One layer as theory sees it.
///
/// @param fanIn how many values each unit sees
/// @param fanOut the number of units
/// @param weightVariance σ_w² = fanIn·Var(W)
/// @param biasVariance σ_b²
public record LayerVariances(int fanIn, int fanOut, double weightVariance, double biasVariance) {
    /// All layers of an experiment that [Assumptions] has nothing against, its gain included.
    public static List<LayerVariances> of(Experiment experiment) {
        return experiment.places().stream().map(place -> of(experiment, place)).toList();
    }

    private static LayerVariances of(Experiment experiment, LayerPlace place) {
        int fanIn = place.fanIn();
        int fanOut = place.fanOut();
        return new LayerVariances(
                fanIn,
                fanOut,
                fanIn * experiment.weightLaw(place).variance(fanIn, fanOut),
                experiment.biasLaw(place.layer()).variance(fanIn, fanOut));
    }

    /// By this the second moment of a gradient by the pre-activations changes on its way to what
    /// the layer sees: fanOut·Var(W).
    double backward() {
        return weightVariance * fanOut / fanIn;
    }
}
