package dev.weightscope.lab;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import java.util.List;

/// The weights and biases of the network that a lab's question is about, one layer after another.
///
/// @param <S> the lab's settings
public interface DrawnNetwork<S> {
    /// Draws them, and does with them what the settings say.
    ///
    /// @param layers told the widths, then given those of each layer in order
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    /// @throws dev.weightscope.model.Refusal if there are none, or none that are weights and biases
    ///   alone; if a custom initializer fails
    void draw(Question<S> question, Kernel kernel, Cancellation cancellation, Layers layers);

    /// @throws dev.weightscope.model.Refusal before anything is computed, if [#draw] would refuse
    ///   because there are not weights and biases alone
    default void requireWeightsAlone(Question<S> question) {}

    /// What has become of the drawn weights, as options. Unless it says otherwise, nothing.
    default String training(S settings) {
        return "";
    }

    /// Where they go.
    interface Layers {
        /// @param widths units of the input, then of each layer
        void begin(List<Integer> widths);

        /// @param weights fanIn × fanOut
        /// @param bias one for each unit
        void layer(float[] weights, float[] bias);
    }
}
