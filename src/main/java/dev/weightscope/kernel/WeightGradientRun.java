package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.ActivationFunction.Saturation;
import org.jspecify.annotations.Nullable;

/// The computation of one [WeightGradient].
final class WeightGradientRun implements TileRun {
    private final Form form;
    private final Product product;
    private final TileSurvey survey;

    /// @param scratch of the calling thread, which must not use it for anything else until
    ///   [#survey]
    WeightGradientRun(
            Form form,
            WeightGradient gradient,
            @Nullable Bins bins,
            Scratch scratch,
            Cancellation cancellation) {
        this.form = form;
        this.product = gradient.product();
        this.survey =
                new TileSurvey(
                        form,
                        gradient.output(),
                        gradient.format(),
                        Saturation.UNBOUNDED,
                        bins,
                        scratch.moments,
                        cancellation);
    }

    @Override
    public TileGrid tiles(int threads) {
        return form.tiles(product, threads);
    }

    @Override
    public void compute(Tile tile, Scratch scratch, Cancellation cancellation) {
        form.multiply(product, tile, scratch, cancellation, part -> survey.take(part, scratch));
    }

    /// After all tiles.
    Survey survey(Cancellation cancellation) {
        return survey.survey(cancellation);
    }
}
