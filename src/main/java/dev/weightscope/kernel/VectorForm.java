package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.NumberFormat;
import java.util.function.Consumer;

/// Loops on the Vector API, of the same bits as [ScalarForm], in vectors of any width. Made only
/// where the module `jdk.incubator.vector` is present: see [Kernels].
final class VectorForm extends Form {
    /// Vectors narrower than 128 bits are slower than plain loops.
    static final int LEAST_BITS = 128;

    private final SmallLoops small = new VectorSmallLoops(this);

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
                new VectorRandomFill(),
                new VectorMomentsBlock(),
                new VectorHistogramBlock(),
                new VectorNormalizationBlock());
    }

    @Override
    SmallLoops small() {
        return small;
    }

    @Override
    TileGrid tiles(Product product, int threads) {
        return VectorTiles.of(product, threads);
    }

    @Override
    void multiply(
            Product product,
            Tile tile,
            Scratch scratch,
            Cancellation cancellation,
            Consumer<Tile> finish) {
        VectorProduct.compute(product, tile, scratch, cancellation, finish);
    }

    /// What is less than a vector at the end is computed as a part of one: rows of a tile are
    /// short, and plain loops over their ends would take as long as all the rest.
    @Override
    void activate(
            ActivationLoops activation,
            float[] in,
            float[] out,
            int from,
            int to,
            Scratch scratch) {
        VectorLoops loops = activation.inVectors();
        float[] work = scratch.floats(Scratch.Use.ACTIVATION, VectorLoops.WORK);
        int rest = (to - from) % VectorFunctions.LANES;
        int end = to - rest;
        if (rest == 0) {
            loops.values(in, out, from, end, work);
            return;
        }
        float[] last = scratch.floats(Scratch.Use.EDGE, VectorFunctions.LANES);
        System.arraycopy(in, end, last, 0, rest);
        loops.values(in, out, from, end, work);
        loops.values(last, last, 0, VectorFunctions.LANES, work);
        System.arraycopy(last, 0, out, end, rest);
    }

    /// As [#activate], a part of a vector at the end.
    @Override
    void slope(
            ActivationLoops activation,
            float[] preActivation,
            float[] cotangent,
            int from,
            int to,
            Scratch scratch) {
        VectorLoops loops = activation.inVectors();
        float[] work = scratch.floats(Scratch.Use.ACTIVATION, VectorLoops.WORK);
        int rest = (to - from) % VectorFunctions.LANES;
        int end = to - rest;
        loops.slopes(preActivation, cotangent, from, end, work);
        if (rest > 0) {
            float[] last = scratch.floats(Scratch.Use.EDGE, VectorFunctions.LANES);
            float[] lastCotangent =
                    scratch.floats(Scratch.Use.EDGE_COTANGENT, VectorFunctions.LANES);
            System.arraycopy(preActivation, end, last, 0, rest);
            System.arraycopy(cotangent, end, lastCotangent, 0, rest);
            loops.slopes(last, lastCotangent, 0, VectorFunctions.LANES, work);
            System.arraycopy(lastCotangent, 0, cotangent, end, rest);
        }
    }

    @Override
    int round(NumberFormat format, float[] in, float[] out, int from, int to) {
        return VectorRounding.round(format, in, out, from, to);
    }

    @Override
    ValueRange range(float[] values, int length) {
        return VectorValueRange.of(values, length);
    }

    @Override
    PowerSums powers(float[] values, int length, double center) {
        return VectorPowerSums.of(values, length, center);
    }
}
