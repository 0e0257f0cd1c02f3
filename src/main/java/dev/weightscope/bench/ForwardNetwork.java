package dev.weightscope.bench;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Moments;
import dev.weightscope.kernel.Orientation;
import dev.weightscope.model.Histogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A batch through layers, and what becomes of it.
final class ForwardNetwork implements Network {
    private static final int BINS = 50;

    /// What is found out about a layer.
    enum Survey {
        MOMENTS,
        /// And a histogram on −1..1.
        WITH_HISTOGRAM
    }

    private final Kernel kernel;
    private final Layers layers;
    private final Survey survey;
    private final float[] input;
    private float[] signal;
    private float[] next;
    private final float[] passing;
    private final List<float[]> kept = new ArrayList<>();

    ForwardNetwork(Kernel kernel, Layers layers, Survey survey) {
        this.kernel = kernel;
        this.layers = layers;
        this.survey = survey;
        input = new float[layers.batchElements()];
        signal = new float[layers.batchElements()];
        next = new float[layers.batchElements()];
        passing = new float[layers.weightElements()];
    }

    @Override
    public void draw(long seed) {
        layers.drawBatch(kernel, seed, input);
        for (int layer = 1; layer <= layers.depth(); layer++) {
            layers.drawWeights(kernel, seed, layer, weights(layer));
        }
    }

    @Override
    public List<LayerFigures> run(float gain) {
        List<LayerFigures> figures = new ArrayList<>();
        float[] from = input;
        for (int layer = 1; layer <= layers.depth(); layer++) {
            figures.add(advance(from, weights(layer), gain));
            from = signal;
        }
        return figures;
    }

    @Override
    public List<LayerFigures> drawAndRun(long seed) {
        List<LayerFigures> figures = new ArrayList<>();
        layers.drawBatch(kernel, seed, input);
        float[] from = input;
        for (int layer = 1; layer <= layers.depth(); layer++) {
            layers.drawWeights(kernel, seed, layer, passing);
            figures.add(advance(from, passing, 1));
            from = signal;
        }
        return figures;
    }

    private float[] weights(int layer) {
        while (kept.size() < layer) {
            kept.add(new float[layers.weightElements()]);
        }
        return kept.get(layer - 1);
    }

    /// Writes the next layer's activations into the signal.
    private LayerFigures advance(float[] from, float[] weights, float gain) {
        int batch = layers.batch();
        int width = layers.width();
        int elements = layers.batchElements();
        kernel.product(
                layers.batch(from),
                layers.weights(weights, gain),
                Orientation.AS_STORED,
                null,
                layers.batch(next),
                Cancellation.NEVER);
        kernel.activate(layers.activation(), next, next, 0, elements, Cancellation.NEVER);
        float[] free = signal;
        signal = next;
        next = free;
        Moments moments =
                kernel.moments(
                        signal,
                        batch,
                        width,
                        layers.activation().function().range(),
                        Cancellation.NEVER);
        return new LayerFigures(moments.mean(), moments.std(), histogram());
    }

    private Optional<Histogram> histogram() {
        return switch (survey) {
            case MOMENTS -> Optional.empty();
            case WITH_HISTOGRAM ->
                    Optional.of(
                            kernel.histogram(
                                    signal,
                                    layers.batchElements(),
                                    -1,
                                    1,
                                    BINS,
                                    Cancellation.NEVER));
        };
    }
}
