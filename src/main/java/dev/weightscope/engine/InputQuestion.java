package dev.weightscope.engine;

import dev.weightscope.model.Binning;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;

/// All that decides the input of a network and its statistics.
record InputQuestion(
        Input input, int samples, int width, double scale, long seed, Binning binning) {
    static InputQuestion of(Experiment experiment) {
        return new InputQuestion(
                experiment.input(),
                experiment.effectiveSamples(),
                experiment.inputWidth(),
                experiment.inputScale(),
                experiment.seed(),
                experiment.binning());
    }
}
