package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.Histogram;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks at the gradient of each layer on its way back, and at all of the layer where histograms
/// are kept.
///
/// @param counter null where none are kept
record StepLooks(
        Figures figures,
        int step,
        List<TrainedLayer> layers,
        TrainingPass pass,
        Products products,
        @Nullable Histograms counter,
        Cancellation cancellation,
        Deque<StepHistograms.OfLayer> found)
        implements TrainingPass.GradientListener {
    StepLooks(
            Figures figures,
            int step,
            List<TrainedLayer> layers,
            TrainingPass pass,
            Products products,
            @Nullable Histograms counter,
            Cancellation cancellation) {
        this(figures, step, layers, pass, products, counter, cancellation, new ArrayDeque<>());
    }

    @Override
    public void take(int layer, Tensor gradient) {
        if (!figures.layers.isEmpty()) {
            double std =
                    products.sums(gradient.all(), gradient.units(), pass.samples(), cancellation)
                            .std((long) gradient.units() * pass.samples());
            figures.layers.get(layer - 1).gradientStd[step] = std;
        }
        if (counter != null) {
            TrainedLayer weights = layers.get(layer - 1);
            Histogram weight =
                    counter.of(
                            weights.weights.values,
                            weights.fanOut,
                            weights.stride,
                            weights.fanIn,
                            cancellation);
            found.addFirst(
                    new StepHistograms.OfLayer(
                            of(counter, pass.output(layer)), of(counter, gradient), weight));
        }
    }

    private Histogram of(Histograms histograms, Tensor tensor) {
        return histograms.of(
                tensor.values(), tensor.units(), tensor.stride(), pass.samples(), cancellation);
    }

    /// Of all layers in order, once the way back has ended; none where none are kept.
    Optional<StepHistograms> histograms() {
        return counter == null
                ? Optional.empty()
                : Optional.of(new StepHistograms(step, List.copyOf(found)));
    }
}
