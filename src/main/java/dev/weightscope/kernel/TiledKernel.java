package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.NumberFormat;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// What the forms of the kernel have in common: checks, and the cut of the work into tasks of a
/// fixed size for a pool of threads. A form adds what one task does.
abstract sealed class TiledKernel implements Kernel permits ScalarKernel, VectorKernel {
    /// Elements of a task that treats each by itself: some tens of microseconds.
    private static final int CHUNK = 1 << 14;

    /// Columns of a task that sums blocks of them.
    private static final int MOMENTS_COLUMNS = 512;

    private final ThreadLocal<Scratch> scratches =
            ThreadLocal.withInitial(() -> new Scratch(draws(), block(), bins()));
    private final WorkerPool pool;
    private final String form;

    TiledKernel(String form, int threads) {
        this.form = form;
        this.pool = new WorkerPool(threads);
    }

    /// The cut of a product.
    abstract TileGrid tiles(Product product);

    /// Computes one tile of a product.
    abstract void multiply(Product product, Tile tile, Scratch scratch, Cancellation cancellation);

    /// Applies an activation to from..to−1.
    abstract void apply(
            Activation activation, float[] in, float[] out, int from, int to, Scratch scratch);

    /// Rounds from..to−1.
    ///
    /// @return how many values other than 0 became 0
    abstract int round(NumberFormat format, float[] in, float[] out, int from, int to);

    /// Multiplies from..to−1 of a cotangent by the slopes of an activation.
    abstract void applySlope(
            Activation activation,
            float[] preActivation,
            float[] cotangent,
            int from,
            int to,
            Scratch scratch);

    /// A block to sum columns in.
    abstract MomentsBlock block();

    /// A block to count values in.
    abstract HistogramBlock bins();

    /// What makes the draws of a task.
    abstract RandomFill draws();

    @Override
    public void product(
            Matrix a,
            ScaledMatrix b,
            Orientation orientation,
            float @Nullable [] bias,
            Matrix out,
            Cancellation cancellation) {
        Product product = new Product(a, b, orientation, bias, out);
        TileGrid tiles = tiles(product);
        pool.run(
                tiles.count(),
                cancellation,
                tile -> multiply(product, tiles.tile(tile), scratches.get(), cancellation));
    }

    @Override
    public DenseLayer.Survey layer(
            DenseLayer layer, @Nullable Bins outputBins, Cancellation cancellation) {
        LayerRun run = new LayerRun(this, layer, outputBins, scratches.get(), cancellation);
        TileGrid tiles = run.tiles();
        pool.run(
                tiles.count(),
                cancellation,
                tile -> run.compute(tiles.tile(tile), scratches.get(), cancellation));
        return run.survey(cancellation);
    }

    @Override
    public void activate(
            Activation activation,
            float[] in,
            float[] out,
            int from,
            int to,
            Cancellation cancellation) {
        Require.range("in", in, from, to);
        Require.range("out", out, from, to);
        chunks(
                from,
                to,
                cancellation,
                (start, end) -> apply(activation, in, out, start, end, scratches.get()));
    }

    @Override
    public void slope(
            Activation activation,
            float[] preActivation,
            float[] cotangent,
            int from,
            int to,
            Cancellation cancellation) {
        Require.range("preActivation", preActivation, from, to);
        Require.range("cotangent", cotangent, from, to);
        chunks(
                from,
                to,
                cancellation,
                (start, end) ->
                        applySlope(
                                activation, preActivation, cotangent, start, end, scratches.get()));
    }

    @Override
    public void scale(
            float factor, float[] in, float[] out, int from, int to, Cancellation cancellation) {
        Require.range("in", in, from, to);
        Require.range("out", out, from, to);
        chunks(
                from,
                to,
                cancellation,
                (start, end) -> {
                    for (int i = start; i < end; i++) {
                        out[i] = factor * in[i];
                    }
                });
    }

    @Override
    public long round(
            NumberFormat format,
            float[] in,
            float[] out,
            int from,
            int to,
            Cancellation cancellation) {
        Require.range("in", in, from, to);
        Require.range("out", out, from, to);
        LongAdder flushed = new LongAdder();
        chunks(
                from,
                to,
                cancellation,
                (start, end) -> flushed.add(round(format, in, out, start, end)));
        return flushed.sum();
    }

    @Override
    public Moments moments(
            float[] values,
            int rows,
            int columns,
            ActivationFunction.Saturation saturation,
            Cancellation cancellation) {
        Require.matrix(values, rows, columns);
        ColumnMoments moments = scratches.get().moments;
        moments.over(rows, columns, saturation, cancellation);
        TileGrid tiles = new TileGrid(rows, columns, MomentsBlock.ROWS, MOMENTS_COLUMNS);
        pool.run(
                tiles.count(),
                cancellation,
                tile -> moments.take(values, tiles.tile(tile), scratches.get().block));
        return moments.combine(cancellation);
    }

    @Override
    public Histogram histogram(float[] values, int length, Bins bins, Cancellation cancellation) {
        Require.range("values", values, 0, length);
        HistogramCounter counter = new HistogramCounter(bins);
        chunks(
                0,
                length,
                cancellation,
                (start, end) -> counter.take(values, start, end, scratches.get().bins));
        return counter.histogram();
    }

    @Override
    public void fill(
            UnitDraw draw,
            RandomStream stream,
            long firstElement,
            float[] out,
            int from,
            int to,
            Cancellation cancellation) {
        Require.range("out", out, from, to);
        Require.atLeast("firstElement", firstElement, 0);
        chunks(
                from,
                to,
                cancellation,
                (start, end) ->
                        scratches
                                .get()
                                .draws
                                .fill(
                                        draw,
                                        stream,
                                        firstElement + (start - from),
                                        out,
                                        start,
                                        end));
    }

    @Override
    public String description() {
        int threads = pool.threads();
        return threads == 1 ? form + ", 1 thread" : form + ", " + threads + " threads";
    }

    @Override
    public void close() {
        pool.close();
    }

    private interface Chunk {
        void process(int from, int to);
    }

    private void chunks(int from, int to, Cancellation cancellation, Chunk chunk) {
        int tasks = Math.ceilDiv(to - from, CHUNK);
        pool.run(
                tasks,
                cancellation,
                task -> {
                    int start = from + task * CHUNK;
                    chunk.process(start, Math.min(CHUNK, to - start) + start);
                });
    }
}
