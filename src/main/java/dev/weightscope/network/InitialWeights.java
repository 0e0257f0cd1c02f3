package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.model.Law;
import dev.weightscope.model.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// The weights and biases that a network starts to learn from: those that a [ForwardPass] computes
/// with, all layers at once, in arrays of their own.
public final class InitialWeights {
    private InitialWeights() {}

    /// Those of one layer.
    ///
    /// @param weights fanIn × fanOut, with their factor multiplied in
    /// @param bias one for each unit
    public record Drawn(float[] weights, float[] bias) {}

    /// Draws those of all layers.
    ///
    /// @return of the layers in order
    /// @throws CancelledException if the work is no longer wanted
    /// @throws Refusal if a custom initializer fails
    public static List<Drawn> draw(
            PassQuestion question, Kernel kernel, Cancellation cancellation) {
        List<Drawn> drawn = new ArrayList<>();
        draw(question, kernel, cancellation, drawn::add);
        return drawn;
    }

    /// Draws one layer after another; where the law of a layer's weights is to be fitted to its
    /// input, after the input was carried through the layers before.
    ///
    /// @param sink gets those of the layers in order, in arrays of their own
    /// @throws CancelledException if the work is no longer wanted
    /// @throws Refusal if a custom initializer fails
    public static void draw(
            PassQuestion question, Kernel kernel, Cancellation cancellation, Consumer<Drawn> sink) {
        boolean fits =
                question.layers().stream()
                        .anyMatch(layer -> layer.weights().law() instanceof Law.LayerSequential);
        ForwardPass pass = new ForwardPass(kernel);
        Batch batch = new Batch();
        pass.prepare(question, 0, cancellation);
        if (fits) {
            pass.begin(question.input(), question.largestSignal(), batch, cancellation);
        }
        for (LayerQuestion asked : question.layers()) {
            LayerQuestion layer = fits ? pass.fit(asked, batch, cancellation).question() : asked;
            sink.accept(draw(pass.weights(), layer, cancellation));
            if (fits) {
                pass.passThrough(layer, batch, null, cancellation);
            }
        }
    }

    private static Drawn draw(
            LayerWeights weights, LayerQuestion layer, Cancellation cancellation) {
        weights.draw(layer.weights(), cancellation);
        Matrix values = weights.multiplied(cancellation);
        int units = layer.weights().fanOut();
        float[] bias = weights.bias(layer, cancellation);
        return new Drawn(
                Arrays.copyOf(values.values(), values.size()),
                bias == null ? new float[units] : Arrays.copyOf(bias, units));
    }
}
