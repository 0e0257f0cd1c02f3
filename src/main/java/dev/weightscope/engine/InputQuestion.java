package dev.weightscope.engine;

import dev.weightscope.model.Binning;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.NumberFormat;

/// All that decides the input of a network and its statistics.
record InputQuestion(
        Input input,
        int samples,
        int width,
        double scale,
        long seed,
        NumberFormat format,
        Binning binning) {
    static InputQuestion of(Experiment experiment) {
        return new InputQuestion(
                experiment.input(),
                experiment.effectiveSamples(),
                experiment.inputWidth(),
                experiment.inputScale(),
                experiment.seed(),
                experiment.format(),
                experiment.binning());
    }
}
