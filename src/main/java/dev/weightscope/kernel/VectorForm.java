package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.Activation;
import dev.weightscope.model.NumberFormat;

/// Loops on the Vector API, of the same bits as [ScalarForm], in vectors of any width. Made only
/// where the module `jdk.incubator.vector` is present: see [Kernels].
final class VectorForm extends Form {
    /// Vectors narrower than 128 bits are slower than plain loops.
    static final int LEAST_BITS = 128;

    VectorForm() {
        super("vector of " + VectorFunctions.LANES + " lanes");
    }

    /// Whether this process has vectors of at least [#LEAST_BITS].
    static boolean isSupported() {
        return Float.SIZE * VectorFunctions.LANES >= LEAST_BITS;
    }

    @Override
    Scratch newScratch() {
        return new Scratch(
                new VectorRandomFill(), new VectorMomentsBlock(), new VectorHistogramBlock());
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
    void activate(
            Activation activation, float[] in, float[] out, int from, int to, Scratch scratch) {
        VectorActivations.apply(activation, in, out, from, to, scratch);
    }

    @Override
    void slope(
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
    int round(NumberFormat format, float[] in, float[] out, int from, int to) {
        return VectorRounding.round(format, in, out, from, to);
    }
}
