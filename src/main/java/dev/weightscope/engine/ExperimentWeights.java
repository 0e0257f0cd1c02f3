package dev.weightscope.engine;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.network.InitialWeights;
import java.util.function.BiConsumer;

/// The weights and biases that an experiment is run with, for those who want them elsewhere.
public final class ExperimentWeights {
    private ExperimentWeights() {}

    /// Draws one layer after another; more than one layer's are never held.
    ///
    /// @param layers gets each layer's weights, fanIn × fanOut with their factor multiplied in, and
    ///   its biases, one for each unit, in the experiment's number format
    /// @throws CancelledException if the work is no longer wanted
    /// @throws Refusal if a custom initializer fails
    public static void draw(
            Experiment experiment,
            Kernel kernel,
            Cancellation cancellation,
            BiConsumer<float[], float[]> layers) {
        InitialWeights.draw(
                SurveyQuestion.of(experiment, Passes.FORWARD).pass(),
                kernel,
                cancellation,
                drawn -> layers.accept(drawn.weights(), drawn.bias()));
    }
}
