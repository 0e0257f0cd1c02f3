package dev.weightscope.engine;

import dev.weightscope.network.WeightsQuestion;

/// How many gradients by weights of each layer are surveyed: of all weights, or of those of the
/// first inputs, as many as make so many values.
///
/// A preview has few samples, of which all gradients by weights cost as much as all else: there are
/// as many of them as weights, however few samples there are.
///
/// @param enough values of a layer
record WeightGradients(int enough) {
    static final WeightGradients ALL = new WeightGradients(Integer.MAX_VALUE);

    /// Of how many of a layer's inputs, at least one.
    int inputs(WeightsQuestion weights) {
        return Math.min(weights.fanIn(), Math.ceilDiv(enough, weights.fanOut()));
    }

    /// How many they are.
    double values(WeightsQuestion weights) {
        return (double) inputs(weights) * weights.fanOut();
    }
}
