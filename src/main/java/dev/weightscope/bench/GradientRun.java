package dev.weightscope.bench;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.DenseLayer;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Moments;
import dev.weightscope.kernel.Orientation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/// A batch through ReLU layers, and a unit-normal cotangent of the last activations back through
/// all of them.
///
/// Of a layer's values only the activations are kept: a ReLU's slope there is that at its
/// pre-activation, both being 1 above 0 and 0 elsewhere.
final class GradientRun implements WorkloadRun {
    private final Kernel kernel;
    private final Layers layers;
    private final Matrix input;
    private final Matrix cotangent;
    private Matrix gradient;
    private Matrix before;
    private final List<float[]> kept = new ArrayList<>();
    private final List<Matrix> signals = new ArrayList<>();

    GradientRun(Kernel kernel, Layers layers) {
        if (layers.activation().function() != ActivationFunction.RELU) {
            throw new IllegalArgumentException(
                    "the slope of %s is not known from its activation"
                            .formatted(layers.activation().label()));
        }
        this.kernel = kernel;
        this.layers = layers;
        input = layers.newBatch();
        cotangent = layers.newBatch();
        gradient = layers.newBatch();
        before = layers.newBatch();
        for (int layer = 1; layer <= layers.depth(); layer++) {
            signals.add(layers.newBatch());
        }
    }

    @Override
    public void draw(long seed) {
        layers.drawBatch(kernel, seed, input);
        layers.drawWeights(kernel, seed, kept);
        layers.drawCotangent(kernel, seed, cotangent);
    }

    /// Nothing can be dropped on the way: the way back needs every weight once more.
    @Override
    public List<LayerFigures> drawAndRun(long seed) {
        draw(seed);
        return run(1);
    }

    /// First the activations of layer 1, 2, …, then the gradients by the pre-activations of the
    /// last layer, the one before, …, the first.
    @Override
    public List<LayerFigures> run(float gain) {
        List<LayerFigures> figures = new ArrayList<>();
        Matrix from = input;
        for (int layer = 1; layer <= layers.depth(); layer++) {
            Matrix to = signals.get(layer - 1);
            figures.add(forward(from, kept.get(layer - 1), gain, to));
            from = to;
        }
        System.arraycopy(cotangent.values(), 0, gradient.values(), 0, cotangent.size());
        for (int layer = layers.depth(); layer >= 1; layer--) {
            figures.add(throughActivation(signals.get(layer - 1)));
            if (layer > 1) { // nobody asks for the gradient by the input
                throughWeights(kept.get(layer - 1), gain);
            }
        }
        return figures;
    }

    private LayerFigures forward(Matrix from, float[] weights, float gain, Matrix to) {
        DenseLayer layer =
                new DenseLayer(
                        from,
                        layers.weights(weights, gain),
                        null,
                        null,
                        layers.activation(),
                        NumberFormat.FLOAT32,
                        to);
        return LayerFigures.of(kernel.layer(layer, null, Cancellation.NEVER));
    }

    private LayerFigures throughActivation(Matrix signal) {
        kernel.slope(
                layers.activation(),
                signal.values(),
                gradient.values(),
                0,
                gradient.size(),
                Cancellation.NEVER);
        Moments moments =
                kernel.moments(
                        gradient.values(),
                        gradient.rows(),
                        gradient.columns(),
                        ActivationFunction.Saturation.UNBOUNDED,
                        Cancellation.NEVER);
        return LayerFigures.of(moments);
    }

    private void throughWeights(float[] weights, float gain) {
        kernel.product(
                gradient,
                layers.weights(weights, gain),
                Orientation.TRANSPOSED,
                null,
                before,
                Cancellation.NEVER);
        Matrix free = gradient;
        gradient = before;
        before = free;
    }
}
