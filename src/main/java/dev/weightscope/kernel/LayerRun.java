package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.NumberFormat;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// The computation of one [DenseLayer]: one task does all steps to a tile of the result, while it
/// is in the cache.
final class LayerRun {
    private final Form form;
    private final DenseLayer layer;
    private final Product product;
    private final ActivationLoops activation;
    private final @Nullable HistogramCounter counter;
    private final ColumnMoments preActivationMoments;
    private final ColumnMoments outputMoments;
    private final LongAdder flushed = new LongAdder();

    /// @param scratch of the calling thread, which must not use it for anything else until
    ///   [#survey]
    LayerRun(
            Form form,
            DenseLayer layer,
            @Nullable Bins bins,
            Scratch scratch,
            Cancellation cancellation) {
        this.form = form;
        this.layer = layer;
        this.product = layer.product();
        this.activation = ActivationLoops.of(layer.activation());
        this.counter = bins == null ? null : new HistogramCounter(bins);
        this.preActivationMoments = scratch.preActivationMoments;
        this.outputMoments = scratch.moments;
        Matrix output = layer.output();
        Saturation saturation = layer.activation().function().saturation();
        if (layer.preActivation() != null) {
            preActivationMoments.reset(
                    output.rows(), output.columns(), Saturation.UNBOUNDED, cancellation);
        }
        outputMoments.reset(output.rows(), output.columns(), saturation, cancellation);
    }

    TileGrid tiles() {
        return form.tiles(product);
    }

    /// @param scratch of the computing thread
    void compute(Tile tile, Scratch scratch, Cancellation cancellation) {
        form.multiply(product, tile, scratch, cancellation);
        cancellation.throwIfCancelled();
        if (layer.preActivation() != null) {
            preActivationMoments.take(layer.preActivation().values(), tile, scratch.block);
        }
        activate(tile, scratch);
        outputMoments.take(layer.output().values(), tile, scratch.block);
        if (counter != null) {
            Matrix output = layer.output();
            counter.take(output.values(), output.columns(), tile, scratch.bins);
        }
    }

    private void activate(Tile tile, Scratch scratch) {
        float[] z = product.out().values();
        float[] y = layer.output().values();
        int columns = layer.output().columns();
        long flushedOfTile = 0;
        for (int i = tile.firstRow(); i < tile.endRow(); i++) {
            int from = i * columns + tile.firstColumn();
            int to = from + tile.columns();
            form.activate(activation, z, y, from, to, scratch);
            if (layer.format() != NumberFormat.FLOAT32) {
                flushedOfTile += form.round(layer.format(), y, y, from, to);
            }
        }
        flushed.add(flushedOfTile);
    }

    /// After all tiles.
    DenseLayer.Survey survey(Cancellation cancellation) {
        return new DenseLayer.Survey(
                layer.preActivation() == null ? null : preActivationMoments.combine(cancellation),
                outputMoments.combine(cancellation),
                counter == null ? null : counter.histogram(),
                flushed.sum());
    }
}
