package dev.weightscope.lab;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Experiment;
import java.util.List;

/// The weights and biases that an experiment's network has, one layer after another.
public interface DrawnNetwork {
    /// @return units of the input, then of each layer
    List<Integer> widths(Experiment experiment);

    /// Draws them.
    ///
    /// @param layers gets those of each layer in order
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    /// @throws dev.weightscope.model.Refusal if a custom initializer fails
    void draw(Experiment experiment, Kernel kernel, Cancellation cancellation, Layers layers);

    /// Where they go.
    interface Layers {
        /// @param weights fanIn × fanOut
        /// @param bias one for each unit
        void layer(float[] weights, float[] bias);
    }
}
