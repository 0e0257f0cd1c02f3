package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.Normalization;

/// The computation of one [ActivationLayer]. A tile has all that is normalized together.
final class ActivationRun implements TileRun {
    private static final int TILE_COLUMNS = 512;

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
    public TileGrid tiles() {
        return tiles(layer.normalization(), layer.output());
    }

    @Override
    public void compute(Tile tile, Scratch scratch, Cancellation cancellation) {
        Matrix z = layer.preActivation();
        Matrix a = layer.output();
        NormalizationBlock block = scratch.normalization;
        int width = tile.columns();
        if (layer.normalization() == Normalization.BATCH) {
            block.takeColumns(z, tile.firstColumn(), width, scratch.block, cancellation);
        }
        for (int i = tile.firstRow(); i < tile.endRow(); i++) {
            int at = i * z.columns() + tile.firstColumn();
            switch (layer.normalization()) {
                case NONE ->
                        form.activate(activation, z.values(), a.values(), at, at + width, scratch);
                case BATCH -> normalizeAndActivate(block, at, width, scratch);
                case LAYER, RMS -> {
                    block.takeRow(layer.normalization(), z.values(), at, width);
                    normalizeAndActivate(block, at, width, scratch);
                }
            }
        }
        cancellation.throwIfCancelled();
        completion.take(tile, scratch);
    }

    private void normalizeAndActivate(
            NormalizationBlock block, int at, int width, Scratch scratch) {
        float[] a = layer.output().values();
        block.normalize(layer.preActivation().values(), at, a, at, 0, width);
        form.activate(activation, a, a, at, at + width, scratch);
    }
}
