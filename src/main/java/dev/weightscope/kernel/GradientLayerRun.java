package dev.weightscope.kernel;

import dev.weightscope.kernel.GradientLayer.Slope;
import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.ActivationFunction.Saturation;
import org.jspecify.annotations.Nullable;

/// The computation of one [GradientLayer].
final class GradientLayerRun implements TileRun {
    private final Form form;
    private final GradientLayer layer;
    private final Product product;
    private final TileSurvey output;
    private final @Nullable Back back;

    /// The way through the slope.
    private record Back(Slope slope, ActivationLoops activation, TileSurvey survey) {}

    /// @param outputBins of the histogram of g; null for none
    /// @param slopeBins of the histogram of δ′; null for none
    /// @param scratch of the calling thread, which must not use it for anything else until
    ///   [#answer]
    GradientLayerRun(
            Form form,
            GradientLayer layer,
            Surveyed surveyed,
            @Nullable Bins outputBins,
            @Nullable Bins slopeBins,
            Scratch scratch,
            Cancellation cancellation) {
        this.form = form;
        this.layer = layer;
        this.product = layer.product();
        ColumnMoments ofOutput = surveyed == Surveyed.BOTH ? scratch.moments : null;
        ColumnMoments ofSlope = surveyed == Surveyed.NONE ? null : scratch.preActivationMoments;
        this.output = survey(layer.output(), outputBins, ofOutput, cancellation);
        Slope slope = layer.slope();
        this.back =
                slope == null
                        ? null
                        : new Back(
                                slope,
                                ActivationLoops.of(slope.activation()),
                                survey(slope.output(), slopeBins, ofSlope, cancellation));
    }

    private TileSurvey survey(
            Matrix result,
            @Nullable Bins bins,
            @Nullable ColumnMoments moments,
            Cancellation cancellation) {
        return new TileSurvey(
                form, result, layer.format(), Saturation.UNBOUNDED, bins, moments, cancellation);
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
        if (layer.residual() != null) {
            Rows.add(layer.residual(), layer.output(), tile);
        }
        output.take(tile, scratch);
        if (back != null) {
            Matrix slopes = back.slope.output();
            Rows.scale(back.slope.factor(), layer.output(), slopes, tile);
            form.slope(back.activation, back.slope.preActivation(), slopes, tile, scratch);
            back.survey.take(tile, scratch);
        }
    }

    /// After all tiles.
    GradientLayer.Answer answer(Cancellation cancellation) {
        return new GradientLayer.Answer(
                output.survey(cancellation),
                back == null ? null : back.survey.survey(cancellation));
    }
}
