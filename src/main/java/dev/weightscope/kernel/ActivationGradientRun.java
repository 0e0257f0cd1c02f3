package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.Normalization;
import org.jspecify.annotations.Nullable;

/// The computation of one [ActivationGradient]. A tile has all that is normalized together.
final class ActivationGradientRun implements TileRun {
    private final Form form;
    private final ActivationGradient step;
    private final ActivationLoops activation;
    private final TileSurvey survey;

    /// @param bins null for no histogram
    /// @param scratch of the calling thread, which must not use it for anything else until
    ///   [#survey]
    ActivationGradientRun(
            Form form,
            ActivationGradient step,
            @Nullable Bins bins,
            Scratch scratch,
            Cancellation cancellation) {
        this.form = form;
        this.step = step;
        this.activation = ActivationLoops.of(step.activation());
        this.survey =
                new TileSurvey(
                        form,
                        step.output(),
                        step.format(),
                        Saturation.UNBOUNDED,
                        bins,
                        scratch.moments,
                        cancellation);
    }

    @Override
    public TileGrid tiles(int threads) {
        return ActivationRun.tiles(step.normalization(), step.output());
    }

    @Override
    public void compute(Tile tile, Scratch scratch, Cancellation cancellation) {
        if (step.normalization() == Normalization.BATCH) {
            takeColumns(tile, scratch, cancellation);
        }
        tile.forEachPart(
                ActivationRun.PART,
                cancellation,
                part -> {
                    back(part, scratch);
                    if (step.residual() != null) {
                        Rows.add(step.residual(), step.output(), part);
                    }
                    survey.take(part, scratch);
                });
    }

    private void takeColumns(Tile tile, Scratch scratch, Cancellation cancellation) {
        Matrix z = step.preActivation();
        NormalizationBlock block = scratch.normalization;
        block.takeColumns(z, tile.firstColumn(), tile.columns(), scratch.block, cancellation);
        block.beginGradient();
        tile.forEachPart(
                ActivationRun.PART,
                cancellation,
                part -> {
                    for (int i = part.firstRow(); i < part.endRow(); i++) {
                        addGradient(i * z.columns() + tile.firstColumn(), tile.columns(), scratch);
                    }
                });
        block.endColumns(tile.rows());
    }

    private void back(Tile tile, Scratch scratch) {
        switch (step.normalization()) {
            case NONE -> {
                Rows.scale(step.factor(), step.gradient(), step.output(), tile);
                form.slope(activation, step.preActivation(), step.output(), tile, scratch);
            }
            case BATCH -> backThroughColumns(tile, scratch);
            case LAYER, RMS -> backThroughRows(tile, scratch);
        }
    }

    private void backThroughColumns(Tile tile, Scratch scratch) {
        Matrix z = step.preActivation();
        for (int i = tile.firstRow(); i < tile.endRow(); i++) {
            int at = i * z.columns() + tile.firstColumn();
            scratch.normalization.back(
                    step.output().values(), at, z.values(), at, 0, tile.columns());
        }
    }

    private void backThroughRows(Tile tile, Scratch scratch) {
        Matrix z = step.preActivation();
        Normalization normalization = step.normalization();
        NormalizationBlock block = scratch.normalization;
        for (int i = tile.firstRow(); i < tile.endRow(); i++) {
            int at = i * z.columns();
            block.takeRow(normalization, z.values(), at, z.columns());
            block.beginGradient();
            addGradient(at, z.columns(), scratch);
            block.endRow(normalization, z.columns());
            block.back(step.output().values(), at, z.values(), at, 0, z.columns());
        }
    }

    /// Writes d where the gradient by z is to be, and adds it to the sums.
    private void addGradient(int at, int width, Scratch scratch) {
        float[] z = step.preActivation().values();
        float[] g = step.gradient().values();
        float[] normalized = scratch.floats(Scratch.Use.NORMALIZED, width);
        float[] d = scratch.floats(Scratch.Use.NORMALIZED_GRADIENT, width);
        for (int i = 0; i < width; i++) {
            d[i] = step.factor() * g[at + i];
        }
        scratch.normalization.normalize(z, at, normalized, 0, 0, width);
        form.slope(activation, normalized, d, 0, width, scratch);
        scratch.normalization.addGradient(d, z, at, 0, width);
        System.arraycopy(d, 0, step.output().values(), at, width);
    }

    /// After all tiles.
    Survey survey(Cancellation cancellation) {
        return survey.survey(cancellation);
    }
}
