package dev.weightscope.engine;

import dev.weightscope.model.Experiment;

/// How many samples make a first answer.
final class Previews {
    /// A preview that saves less than this factor is not worth its own time.
    static final double MUCH_LESS = 2;

    private static final int FEWEST_SAMPLES = 64;

    /// So many values leave a histogram of fifty bins with an error of some percent in each.
    private static final int VALUES_OF_A_LAYER = 1 << 14;

    private Previews() {}

    /// The same experiment on its first samples: as many as the narrowest layer's histogram needs.
    static Experiment of(Experiment experiment) {
        int narrowest = experiment.inputWidth();
        for (int layer = 1; layer <= experiment.depth(); layer++) {
            narrowest = Math.min(narrowest, experiment.fanOut(layer));
        }
        int samples = Math.max(FEWEST_SAMPLES, Math.ceilDiv(VALUES_OF_A_LAYER, narrowest));
        return experiment.withSamples(Math.min(samples, experiment.samples()));
    }
}
