package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.NumberFormat;
import java.util.function.Consumer;

/// A way to compute the tasks that a [TiledKernel] cuts its work into. All forms give the same
/// bits.
abstract sealed class Form permits ScalarForm, VectorForm {
    private final String label;
    private final ThreadLocal<Scratch> scratches = ThreadLocal.withInitial(this::newScratch);

    /// @param label for people
    Form(String label) {
        this.label = label;
    }

    /// For people: `vector of 8 lanes`.
    final String label() {
        return label;
    }

    /// The scratch memory of the calling thread.
    final Scratch scratch() {
        return scratches.get();
    }

    abstract Scratch newScratch();

    /// The loops for small matrices; the same object for every call.
    abstract SmallLoops small();

    /// The cut of a product, which may depend on the threads: no bit does on the cut.
    abstract TileGrid tiles(Product product, int threads);

    /// Computes one tile of a product.
    ///
    /// @param scratch of the calling thread
    /// @param finish is given the tile part by part, each as soon as it is computed, so that it
    ///   finds it in the cache; the first row of each is a multiple of [MomentsBlock#ROWS] from the
    ///   tile's, and none has more rows than that
    abstract void multiply(
            Product product,
            Tile tile,
            Scratch scratch,
            Cancellation cancellation,
            Consumer<Tile> finish);

    /// `out[i] = φ(in[i])` for i in from..to−1.
    ///
    /// @param out may be `in`
    /// @param scratch of the calling thread
    abstract void activate(
            ActivationLoops activation, float[] in, float[] out, int from, int to, Scratch scratch);

    /// `cotangent[i] *= φ′(preActivation[i])` for i in from..to−1.
    ///
    /// @param scratch of the calling thread
    abstract void slope(
            ActivationLoops activation,
            float[] preActivation,
            float[] cotangent,
            int from,
            int to,
            Scratch scratch);

    /// Rounds from..to−1.
    ///
    /// @param out may be `in`
    /// @return how many values other than 0 became 0
    abstract int round(NumberFormat format, float[] in, float[] out, int from, int to);

    /// As [Kernel#range].
    abstract ValueRange range(float[] values, int length);

    /// As [Kernel#powers].
    abstract PowerSums powers(float[] values, int length, double center);

    /// The tile of a matrix through an activation.
    ///
    /// @param out overwritten in the tile; may be `in`
    final void activate(
            ActivationLoops activation, Matrix in, Matrix out, Tile tile, Scratch scratch) {
        for (int i = tile.firstRow(); i < tile.endRow(); i++) {
            int from = i * out.columns() + tile.firstColumn();
            activate(activation, in.values(), out.values(), from, from + tile.columns(), scratch);
        }
    }

    /// The tile of a cotangent back through an activation.
    ///
    /// @param cotangent modified in the tile
    final void slope(
            ActivationLoops activation,
            Matrix preActivation,
            Matrix cotangent,
            Tile tile,
            Scratch scratch) {
        for (int i = tile.firstRow(); i < tile.endRow(); i++) {
            int from = i * cotangent.columns() + tile.firstColumn();
            slope(
                    activation,
                    preActivation.values(),
                    cotangent.values(),
                    from,
                    from + tile.columns(),
                    scratch);
        }
    }

    /// Rounds the tile of a matrix.
    ///
    /// @param values modified in the tile
    /// @return how many values other than 0 became 0
    final long round(NumberFormat format, Matrix values, Tile tile) {
        long flushed = 0;
        if (format != NumberFormat.FLOAT32) {
            for (int i = tile.firstRow(); i < tile.endRow(); i++) {
                int from = i * values.columns() + tile.firstColumn();
                int to = from + tile.columns();
                flushed += round(format, values.values(), values.values(), from, to);
            }
        }
        return flushed;
    }
}
