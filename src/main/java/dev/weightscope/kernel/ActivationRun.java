package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.Normalization;

/// The computation of one [ActivationLayer]. A tile has all that is normalized together.
final class ActivationRun implements TileRun {
    private static final int TILE_COLUMNS = 512;

    /// Rows that are computed without a look at the cancellation; a multiple of
    /// [MomentsBlock#ROWS].
    static final int PART = 1024;

    private final Form form;
    private final ActivationLayer layer;
    private final ActivationLoops activation;
    private final Completion completion;

    /// What follows, tile by tile.
    interface Completion {
        /// @param tile of computed values, not rounded yet
        void take(Tile tile, Scratch scratch);
    }

    ActivationRun(Form form, ActivationLayer layer, Completion completion) {
        this.form = form;
        this.layer = layer;
        this.activation = ActivationLoops.of(layer.activation());
        this.completion = completion;
    }

    /// A cut of a matrix into tiles whose normalization depends on no other tile.
    static TileGrid tiles(Normalization normalization, Matrix matrix) {
        int rows = matrix.rows();
        int columns = matrix.columns();
        return switch (normalization) {
            case NONE -> new TileGrid(rows, columns, MomentsBlock.ROWS, TILE_COLUMNS);
            case BATCH ->
                    new TileGrid(rows, columns, Math.max(1, rows), NormalizationBlock.COLUMNS);
            case LAYER, RMS -> new TileGrid(rows, columns, MomentsBlock.ROWS, Math.max(1, columns));
        };
    }

    @Override
    public TileGrid tiles(int threads) {
        return tiles(layer.normalization(), layer.output());
    }

    @Override
    public void compute(Tile tile, Scratch scratch, Cancellation cancellation) {
        if (layer.normalization() == Normalization.BATCH) {
            scratch.normalization.takeColumns(
                    layer.preActivation(),
                    tile.firstColumn(),
                    tile.columns(),
                    scratch.block,
                    cancellation);
        }
        tile.forEachPart(
                PART,
                cancellation,
                part -> {
                    activate(part, scratch);
                    completion.take(part, scratch);
                });
    }

    private void activate(Tile tile, Scratch scratch) {
        Matrix z = layer.preActivation();
        Matrix a = layer.output();
        Normalization normalization = layer.normalization();
        if (normalization == Normalization.NONE) {
            form.activate(activation, z, a, tile, scratch);
            return;
        }
        NormalizationBlock block = scratch.normalization;
        for (int i = tile.firstRow(); i < tile.endRow(); i++) {
            int at = i * z.columns() + tile.firstColumn();
            if (normalization != Normalization.BATCH) {
                block.takeRow(normalization, z.values(), at, tile.columns());
            }
            block.normalize(z.values(), at, a.values(), at, 0, tile.columns());
        }
        form.activate(activation, a, a, tile, scratch);
    }
}
