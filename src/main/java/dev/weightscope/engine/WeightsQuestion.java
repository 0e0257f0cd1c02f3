package dev.weightscope.engine;

import dev.weightscope.model.Binning;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Law;
import dev.weightscope.model.NumberFormat;

/// All that decides the weights of one layer and their statistics.
///
/// @param layer counted from 1
record WeightsQuestion(
        int layer,
        int fanIn,
        int fanOut,
        Law law,
        long seed,
        NumberFormat format,
        Binning binning) {
    WeightsQuestion withLaw(Law newLaw) {
        return new WeightsQuestion(layer, fanIn, fanOut, newLaw, seed, format, binning);
    }

    static WeightsQuestion of(Experiment experiment, int layer) {
        return new WeightsQuestion(
                layer,
                experiment.fanIn(layer),
                experiment.fanOut(layer),
                experiment.weightLaw(layer),
                experiment.seed(),
                experiment.format(),
                experiment.binning());
    }
}
