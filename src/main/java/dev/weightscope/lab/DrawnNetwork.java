package dev.weightscope.lab;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Step;
import java.util.List;

/// The weights and biases of the network that a lab's question is about, one layer after another.
///
/// @param <S> the lab's settings
public interface DrawnNetwork<S> {
    /// Draws them, and does with them what the settings say.
    ///
    /// @param layers told the widths, then given those of each layer in order
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    /// @throws dev.weightscope.model.Refusal if there are none; if a custom initializer fails
    void draw(Question<S> question, Kernel kernel, Cancellation cancellation, Layers layers);

    /// What has become of the drawn weights, as options. Unless it says otherwise, nothing.
    default String training(S settings) {
        return "";
    }

    /// What layers have beside weights and biases.
    ///
    /// @param name as PyTorch's modules would call it: `norms.0.weight`
    record Vector(String name, float[] values) {}

    /// Where they go.
    interface Layers {
        /// Told how far the work is, before anything is there.
        default void step(Step step) {}

        /// @param widths units of the input, then of each layer
        /// @param others what there is beside weights and biases
        void begin(List<Integer> widths, List<Vector> others);

        /// @param weights fanIn × fanOut
        /// @param bias one for each unit
        void layer(float[] weights, float[] bias);
    }
}
