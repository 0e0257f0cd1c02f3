package dev.weightscope.kernel;

import dev.weightscope.kernel.DenseLayer.Residual;
import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.NumberFormat;
import org.jspecify.annotations.Nullable;

/// The computation of one [DenseLayer].
final class LayerRun implements TileRun {
    private final Form form;
    private final DenseLayer layer;
    private final Product product;
    private final ActivationLoops activation;
    private final @Nullable TileSurvey preActivation;
    private final TileSurvey output;

    /// @param scratch of the calling thread, which must not use it for anything else until
    ///   [#answer]
    LayerRun(
            Form form,
            DenseLayer layer,
            Surveyed surveyed,
            @Nullable Bins bins,
            Scratch scratch,
            Cancellation cancellation) {
        this.form = form;
        this.layer = layer;
        this.product = layer.product();
        this.activation = ActivationLoops.of(layer.activation());
        this.preActivation =
                layer.preActivation() == null || surveyed != Surveyed.BOTH
                        ? null
                        : new TileSurvey(
                                form,
                                layer.preActivation(),
                                NumberFormat.FLOAT32,
                                Saturation.UNBOUNDED,
                                null,
                                scratch.preActivationMoments,
                                cancellation);
        this.output =
                new TileSurvey(
                        form,
                        layer.output(),
                        layer.format(),
                        layer.saturation(),
                        bins,
                        surveyed == Surveyed.NONE ? null : scratch.moments,
                        cancellation);
    }

    @Override
    public TileGrid tiles(int threads) {
        return form.tiles(product, threads);
    }

    @Override
    public void compute(Tile tile, Scratch scratch, Cancellation cancellation) {
        form.multiply(product, tile, scratch, cancellation, part -> finish(part, scratch));
    }

    private void finish(Tile tile, Scratch scratch) {
        if (preActivation != null) {
            preActivation.take(tile, scratch);
        }
        form.activate(activation, product.out(), layer.output(), tile, scratch);
        Residual residual = layer.residual();
        if (residual != null) {
            Rows.addTo(residual.stream(), residual.factor(), layer.output(), tile);
        }
        output.take(tile, scratch);
    }

    /// After all tiles.
    DenseLayer.Answer answer(Cancellation cancellation) {
        return new DenseLayer.Answer(
                preActivation == null ? null : preActivation.survey(cancellation).moments(),
                output.survey(cancellation));
    }
}
