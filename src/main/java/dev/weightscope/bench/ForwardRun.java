package dev.weightscope.bench;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.DenseLayer;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.model.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch through layers, and what becomes of it.
final class ForwardRun implements LayersRun {
    private final Kernel kernel;
    private final Layers layers;
    private final @Nullable Bins bins;
    private final Matrix input;
    private Matrix signal;
    private Matrix next;
    private final float[] passing;
    private final List<float[]> kept = new ArrayList<>();

    /// @param bins of a histogram of each layer's activations, or null for none
    ForwardRun(Kernel kernel, Layers layers, @Nullable Bins bins) {
        this.kernel = kernel;
        this.layers = layers;
        this.bins = bins;
        input = layers.newBatch();
        signal = layers.newBatch();
        next = layers.newBatch();
        passing = layers.newWeights();
    }

    @Override
    public void draw(long seed) {
        layers.drawBatch(kernel, seed, input);
        layers.drawWeights(kernel, seed, kept);
    }

    @Override
    public List<LayerFigures> run(float gain) {
        List<LayerFigures> figures = new ArrayList<>();
        Matrix from = input;
        for (float[] weights : kept) {
            figures.add(advance(from, weights, gain));
            from = signal;
        }
        return figures;
    }

    @Override
    public List<LayerFigures> drawAndRun(long seed) {
        List<LayerFigures> figures = new ArrayList<>();
        layers.drawBatch(kernel, seed, input);
        Matrix from = input;
        for (int layer = 1; layer <= layers.depth(); layer++) {
            layers.drawWeights(kernel, seed, layer, passing);
            figures.add(advance(from, passing, 1));
            from = signal;
        }
        return figures;
    }

    /// Writes the next layer's activations into the signal.
    private LayerFigures advance(Matrix from, float[] weights, float gain) {
        DenseLayer layer =
                new DenseLayer(
                        from,
                        layers.weights(weights, gain),
                        null,
                        null,
                        layers.activation(),
                        NumberFormat.FLOAT32,
                        next);
        LayerFigures figures = LayerFigures.of(kernel.layer(layer, bins, Cancellation.NEVER));
        Matrix free = signal;
        signal = next;
        next = free;
        return figures;
    }
}
