package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Amounts;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.NumberFormat;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The kernel: checks, and the cut of the work into tasks of a fixed size for a pool of threads. A
/// [Form] computes each task.
final class TiledKernel implements Kernel {
    /// Elements of a task that treats each by itself: some tens of microseconds.
    private static final int CHUNK = 1 << 14;

    /// Columns of a task that sums blocks of them.
    private static final int MOMENTS_COLUMNS = 512;

    private final CurrentForm current;
    private final WorkerPool pool;
    private final int threads;

    /// @param current closed with the kernel
    /// @param threads at least 1, the calling one included
    TiledKernel(CurrentForm current, int threads) {
        this(current, new WorkerPool(threads), threads);
    }

    private TiledKernel(CurrentForm current, WorkerPool pool, int threads) {
        this.current = current;
        this.pool = pool;
        this.threads = threads;
    }

    @Override
    public void product(
            Matrix a,
            ScaledMatrix b,
            Orientation orientation,
            float @Nullable [] bias,
            Matrix out,
            Cancellation cancellation) {
        Product product = new Product(a, Orientation.AS_STORED, b, orientation, bias, out);
        Form form = current.get();
        TileGrid tiles = form.tiles(product, threads);
        pool.run(
                tiles.count(),
                threads,
                cancellation,
                tile ->
                        form.multiply(
                                product, tiles.tile(tile), form.scratch(), cancellation, _ -> {}));
    }

    @Override
    public DenseLayer.Answer layer(
            DenseLayer layer, @Nullable Bins outputBins, Cancellation cancellation) {
        return layer(Surveyed.BOTH, layer, outputBins, cancellation);
    }

    @Override
    public DenseLayer.Answer layer(Surveyed surveyed, DenseLayer layer, Cancellation cancellation) {
        return layer(surveyed, layer, null, cancellation);
    }

    private DenseLayer.Answer layer(
            Surveyed surveyed,
            DenseLayer layer,
            @Nullable Bins outputBins,
            Cancellation cancellation) {
        Form form = current.get();
        LayerRun run =
                new LayerRun(form, layer, surveyed, outputBins, form.scratch(), cancellation);
        run(form, run, cancellation);
        return run.answer(cancellation);
    }

    @Override
    public GradientLayer.Answer layerBack(
            GradientLayer layer,
            @Nullable Bins outputBins,
            @Nullable Bins slopeBins,
            Cancellation cancellation) {
        return layerBack(Surveyed.BOTH, layer, outputBins, slopeBins, cancellation);
    }

    @Override
    public GradientLayer.Answer layerBack(
            Surveyed surveyed, GradientLayer layer, Cancellation cancellation) {
        return layerBack(surveyed, layer, null, null, cancellation);
    }

    private GradientLayer.Answer layerBack(
            Surveyed surveyed,
            GradientLayer layer,
            @Nullable Bins outputBins,
            @Nullable Bins slopeBins,
            Cancellation cancellation) {
        Form form = current.get();
        GradientLayerRun run =
                new GradientLayerRun(
                        form, layer, surveyed, outputBins, slopeBins, form.scratch(), cancellation);
        run(form, run, cancellation);
        return run.answer(cancellation);
    }

    @Override
    public Survey weightGradient(
            WeightGradient gradient, @Nullable Bins bins, Cancellation cancellation) {
        Form form = current.get();
        WeightGradientRun run =
                new WeightGradientRun(form, gradient, bins, form.scratch(), cancellation);
        run(form, run, cancellation);
        return run.survey(cancellation);
    }

    @Override
    public Survey activation(
            ActivationLayer layer, @Nullable Bins bins, Cancellation cancellation) {
        Form form = current.get();
        TileSurvey survey =
                new TileSurvey(
                        form,
                        layer.output(),
                        layer.format(),
                        layer.activation().function().saturation(),
                        bins,
                        form.scratch().moments,
                        cancellation);
        run(form, new ActivationRun(form, layer, survey::take), cancellation);
        return survey.survey(cancellation);
    }

    @Override
    public void activate(ActivationLayer layer, Cancellation cancellation) {
        Form form = current.get();
        ActivationRun run =
                new ActivationRun(
                        form, layer, (tile, _) -> form.round(layer.format(), layer.output(), tile));
        run(form, run, cancellation);
    }

    @Override
    public Survey activationBack(
            ActivationGradient gradient, @Nullable Bins bins, Cancellation cancellation) {
        Form form = current.get();
        ActivationGradientRun run =
                new ActivationGradientRun(form, gradient, bins, form.scratch(), cancellation);
        run(form, run, cancellation);
        return run.survey(cancellation);
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
        Form form = current.get();
        ActivationLoops loops = ActivationLoops.of(activation);
        chunks(
                from,
                to,
                cancellation,
                (start, end) ->
                        form.slope(loops, preActivation, cotangent, start, end, form.scratch()));
    }

    @Override
    public void scale(
            float factor, float[] in, float[] out, int from, int to, Cancellation cancellation) {
        Require.range("in", in, from, to);
        Require.range("out", out, from, to);
        chunks(from, to, cancellation, (start, end) -> Rows.scale(factor, in, out, start, end));
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
        Form form = current.get();
        LongAdder flushed = new LongAdder();
        chunks(
                from,
                to,
                cancellation,
                (start, end) -> flushed.add(form.round(format, in, out, start, end)));
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
        Form form = current.get();
        ColumnMoments moments = form.scratch().moments;
        moments.reset(rows, columns, saturation, cancellation);
        TileGrid tiles = new TileGrid(rows, columns, MomentsBlock.ROWS, MOMENTS_COLUMNS);
        pool.run(
                tiles.count(),
                threads,
                cancellation,
                tile -> moments.take(values, tiles.tile(tile), form.scratch().block));
        return moments.combine(cancellation);
    }

    @Override
    public Histogram histogram(float[] values, int length, Bins bins, Cancellation cancellation) {
        Require.range("values", values, 0, length);
        Form form = current.get();
        HistogramCounter counter = new HistogramCounter(bins);
        chunks(
                0,
                length,
                cancellation,
                (start, end) -> counter.take(values, start, end, form.scratch().bins));
        return counter.histogram();
    }

    @Override
    public ValueRange range(float[] values, int length) {
        Require.range("values", values, 0, length);
        return current.get().range(values, length);
    }

    @Override
    public PowerSums powers(float[] values, int length, double center) {
        Require.range("values", values, 0, length);
        return current.get().powers(values, length, center);
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
        Form form = current.get();
        chunks(
                from,
                to,
                cancellation,
                (start, end) -> {
                    long first = firstElement + (start - from);
                    form.scratch().draws.fill(draw, stream, first, out, start, end);
                });
    }

    @Override
    public SmallLoops small() {
        return current.small();
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public Kernel onAtMost(int most) {
        Require.atLeast("threads", most, 1);
        return new TiledKernel(current, pool, Math.min(threads, most));
    }

    /// While faster loops are awaited, one processor is left to what makes them ready.
    @Override
    public void share(int tasks, Cancellation cancellation, IntConsumer task) {
        int most = current.isAwaited() ? Math.max(1, threads - 1) : threads;
        pool.run(tasks, most, cancellation, task);
    }

    @Override
    public String description() {
        return current.description() + ", " + Amounts.counted(threads, "thread");
    }

    @Override
    public void whenChanged(Runnable listener) {
        current.whenChanged(listener);
    }

    @Override
    public void prepare() {
        current.prepare();
    }

    @Override
    public void hurry() {
        current.hurry();
    }

    @Override
    public void close() {
        current.close();
        pool.close();
    }

    private void run(Form form, TileRun run, Cancellation cancellation) {
        TileGrid tiles = run.tiles(threads);
        pool.run(
                tiles.count(),
                threads,
                cancellation,
                tile -> run.compute(tiles.tile(tile), form.scratch(), cancellation));
    }

    private interface Chunk {
        void process(int from, int to);
    }

    private void chunks(int from, int to, Cancellation cancellation, Chunk chunk) {
        int tasks = Math.ceilDiv(to - from, CHUNK);
        pool.run(
                tasks,
                threads,
                cancellation,
                task -> {
                    int start = from + task * CHUNK;
                    chunk.process(start, Math.min(CHUNK, to - start) + start);
                });
    }
}
