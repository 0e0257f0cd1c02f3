package dev.weightscope.network;

import dev.weightscope.model.Activation;
import dev.weightscope.model.Law;

/// All that decides what a layer makes of the signal that comes to it: the tensors of a layer are
/// the answer to the input's question and those of all layers up to it.
///
/// @param bias the law of the biases
public record LayerQuestion(WeightsQuestion weights, Law bias, Activation activation) {}
