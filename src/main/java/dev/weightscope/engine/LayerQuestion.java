package dev.weightscope.engine;

import dev.weightscope.model.Activation;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Law;

/// All that decides what a layer makes of the signal that comes to it: the statistics of a layer
/// are the answer to the input's question and those of all layers up to it.
record LayerQuestion(WeightsQuestion weights, Law bias, Activation activation) {
    static LayerQuestion of(Experiment experiment, int layer) {
        return new LayerQuestion(
                WeightsQuestion.of(experiment, layer),
                experiment.biasLaw(layer),
                experiment.activation());
    }
}
