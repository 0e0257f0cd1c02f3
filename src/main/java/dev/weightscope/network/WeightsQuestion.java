package dev.weightscope.network;

import dev.weightscope.model.Law;
import dev.weightscope.model.NumberFormat;

/// All that decides the weights of one layer.
///
/// @param layer counted from 1
/// @param law of the weights, gain included
public record WeightsQuestion(
        int layer, int fanIn, int fanOut, Law law, long seed, NumberFormat format) {
    public WeightsQuestion withLaw(Law newLaw) {
        return new WeightsQuestion(layer, fanIn, fanOut, newLaw, seed, format);
    }

    /// How many weights there are.
    public long count() {
        return (long) fanIn * fanOut;
    }
}
