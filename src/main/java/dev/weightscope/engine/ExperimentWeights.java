package dev.weightscope.engine;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.network.Batch;
import dev.weightscope.network.ForwardPass;
import dev.weightscope.network.InitialWeights;
import dev.weightscope.network.InputQuestion;
import java.util.Arrays;
import java.util.function.BiConsumer;

/// The weights, the biases and the input that an experiment is run with, for those who want them
/// elsewhere.
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

    /// The first rows of an experiment's input, in its number format.
    ///
    /// @param samples no more than the experiment has
    /// @return samples × the network's inputs
    /// @throws CancelledException if the work is no longer wanted
    public static float[] input(
            Experiment experiment, int samples, Kernel kernel, Cancellation cancellation) {
        InputQuestion question =
                SurveyQuestion.of(experiment, Passes.FORWARD).withSamples(samples).pass().input();
        Batch batch = new Batch();
        new ForwardPass(kernel).begin(question, samples * question.width(), batch, cancellation);
        return Arrays.copyOf(batch.signal().values(), batch.signal().size());
    }
}
