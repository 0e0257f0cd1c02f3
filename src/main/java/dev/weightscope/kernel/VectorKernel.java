package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.Activation;
import dev.weightscope.model.NumberFormat;

/// The form on the Vector API, of the same bits as [ScalarKernel], in vectors of any width. Made
/// only where the module `jdk.incubator.vector` is present: see [Kernels].
final class VectorKernel extends TiledKernel {
    /// Narrower vectors would not pay.
    static final int LEAST_BITS = 128;

    /// @param threads at least 1, the calling one included
    VectorKernel(int threads) {
        super("vector of " + VectorFunctions.LANES + " lanes", threads);
    }

    /// Whether this process has vectors of at least [#LEAST_BITS].
    static boolean isSupported() {
        return Float.SIZE * VectorFunctions.LANES >= LEAST_BITS;
    }

    @Override
    TileGrid tiles(Product product) {
        return product.tiles(VectorProduct.tileRows(product), VectorProduct.TILE_COLUMNS);
    }

    @Override
    void multiply(Product product, Tile tile, Scratch scratch, Cancellation cancellation) {
        VectorProduct.compute(product, tile, scratch, cancellation);
    }

    @Override
    void apply(Activation activation, float[] in, float[] out, int from, int to, Scratch scratch) {
        VectorActivations.apply(activation, in, out, from, to, scratch);
    }

    @Override
    int round(NumberFormat format, float[] in, float[] out, int from, int to) {
        return VectorRounding.round(format, in, out, from, to);
    }

    @Override
    void applySlope(
            Activation activation,
            float[] preActivation,
            float[] cotangent,
            int from,
            int to,
            Scratch scratch) {
        VectorActivationSlopes.apply(
                activation,
                preActivation,
                cotangent,
                from,
                to,
                scratch.panel(VectorGatedUnits.WORK));
    }

    @Override
    MomentsBlock block() {
        return new VectorMomentsBlock();
    }

    @Override
    HistogramBlock bins() {
        return new VectorHistogramBlock();
    }

    @Override
    RandomFill draws() {
        return new VectorRandomFill();
    }
}
