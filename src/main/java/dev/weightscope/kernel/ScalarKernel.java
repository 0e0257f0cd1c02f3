package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.Activation;
import dev.weightscope.model.NumberFormat;

/// The plain form: the definition of every bit.
public final class ScalarKernel extends TiledKernel {
    /// As many threads as there are processors.
    public ScalarKernel() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /// @param threads at least 1, the calling one included
    public ScalarKernel(int threads) {
        super("scalar", threads);
    }

    @Override
    TileGrid tiles(Product product) {
        return product.tiles(ScalarProduct.TILE_ROWS, ScalarProduct.TILE_COLUMNS);
    }

    @Override
    void multiply(Product product, Tile tile, Scratch scratch, Cancellation cancellation) {
        ScalarProduct.compute(product, tile, scratch, cancellation);
    }

    @Override
    void apply(Activation activation, float[] in, float[] out, int from, int to, Scratch scratch) {
        Activations.apply(activation, in, out, from, to);
    }

    @Override
    int round(NumberFormat format, float[] in, float[] out, int from, int to) {
        return Rounding.round(format, in, out, from, to);
    }

    @Override
    void applySlope(
            Activation activation,
            float[] preActivation,
            float[] cotangent,
            int from,
            int to,
            Scratch scratch) {
        ActivationSlopes.apply(activation, preActivation, cotangent, from, to);
    }

    @Override
    MomentsBlock block() {
        return new MomentsBlock();
    }

    @Override
    HistogramBlock bins() {
        return new HistogramBlock();
    }

    @Override
    RandomFill draws() {
        return new RandomFill();
    }
}
