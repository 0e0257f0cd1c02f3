package dev.weightscope.training;

import dev.weightscope.model.Histogram;
import java.util.List;

/// How the values of each layer lie at a step.
///
/// @param step 0 before the first
/// @param layers in order
public record StepHistograms(int step, List<OfLayer> layers) {
    public StepHistograms {
        layers = List.copyOf(layers);
    }

    /// Of one layer; bins lie between the smallest and the largest finite value.
    ///
    /// @param activation of the layer's output, of the batch that the next step takes
    /// @param gradient by the layer's pre-activations, of the same
    /// @param weight without biases
    public record OfLayer(Histogram activation, Histogram gradient, Histogram weight) {}
}
