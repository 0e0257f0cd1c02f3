package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Strided;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Samples through all layers for their loss alone, some at a time: nothing is kept for a way back.
/// Where a batch norm asks for the statistics of all of them, all at a time.
final class EvaluationPass {
    /// Samples at a time: their activations stay in the cache.
    static final int SAMPLES = 512;

    /// A branch of two layers reads what came to the first when the second is computed.
    private static final int TURNS = 3;

    private final List<TrainedLayer> layers;
    private final Products products;
    private final Objective objective;
    private final SampleTable table;
    private final NormLayer.Statistics statistics;
    private final int chunk;
    private final Tensor input;
    private final float[][] turns = new float[TURNS][];
    private final float[] entering;
    private final NormLayer.@Nullable Work[] works;

    EvaluationPass(
            List<TrainedLayer> layers,
            SampleTable table,
            NormLayer.Statistics statistics,
            Objective objective,
            Products products) {
        this.layers = layers;
        this.products = products;
        this.objective = objective;
        this.table = table;
        this.statistics = statistics;
        this.chunk = chunk(layers, table.rows(), statistics);
        this.input =
                chunk == table.rows()
                        ? table.byFeature()
                        : Tensor.withOnes(table.features(), chunk);
        int widest = layers.stream().mapToInt(layer -> layer.fanOut).max().orElseThrow();
        int room = Math.multiplyExact(widest + 1, input.stride());
        for (int turn = 0; turn < TURNS; turn++) {
            turns[turn] = new float[room];
        }
        boolean normalizesInputs = layers.stream().anyMatch(layer -> layer.inputNorm != null);
        int widestInput = Math.max(widest, table.features());
        this.entering = new float[normalizesInputs ? (widestInput + 1) * input.stride() : 0];
        this.works = new NormLayer.Work[layers.size()];
        for (int i = 0; i < works.length; i++) {
            NormLayer norm = layers.get(i).norm();
            works[i] = norm == null ? null : norm.newWork(chunk);
        }
    }

    private static int chunk(List<TrainedLayer> layers, int rows, NormLayer.Statistics statistics) {
        boolean together =
                statistics == NormLayer.Statistics.OF_BATCH
                        && layers.stream().anyMatch(layer -> layer.norm() instanceof BatchNorm);
        return together ? rows : Math.min(rows, SAMPLES);
    }

    /// The loss of all samples, and how many answers are right.
    Objective.Found run(Cancellation cancellation) {
        Objective.Found[] found = {Objective.Found.NONE};
        read(
                (logits, first, samples) ->
                        found[0] =
                                found[0].plus(
                                        objective.take(
                                                products.loops(),
                                                new Objective.Batch(
                                                        logits,
                                                        table.targets(),
                                                        first,
                                                        samples,
                                                        1,
                                                        null),
                                                cancellation)),
                cancellation);
        return found[0];
    }

    /// The outputs of all samples, some at a time.
    interface Reader {
        /// @param logits outputs × samples, until the next call; may be overwritten
        /// @param first the number of the first of them
        void take(Tensor logits, int first, int samples);
    }

    void read(Reader reader, Cancellation cancellation) {
        for (int first = 0; first < table.rows(); first += chunk) {
            int samples = Math.min(chunk, table.rows() - first);
            load(first, samples);
            reader.take(logits(samples, cancellation), first, samples);
        }
    }

    private void load(int first, int samples) {
        if (chunk == table.rows()) {
            return; // it is the table's own
        }
        Tensor all = table.byFeature();
        for (int feature = 0; feature < table.features(); feature++) {
            System.arraycopy(
                    all.values(),
                    feature * all.stride() + first,
                    input.values(),
                    feature * input.stride(),
                    samples);
        }
    }

    private Tensor logits(int samples, Cancellation cancellation) {
        Tensor in = input;
        Tensor inBefore = input;
        for (int i = 0; i < layers.size(); i++) {
            TrainedLayer layer = layers.get(i);
            Tensor output = withOnes(turns[i % TURNS], layer.fanOut);
            Tensor stream =
                    switch (layer.role) {
                        case LAST_OF_BRANCH -> inBefore;
                        case PLAIN, WHOLE_BRANCH, FIRST_OF_BRANCH -> in;
                    };
            Tensor normalizedInput =
                    layer.inputNorm == null ? null : withOnes(entering, layer.fanIn);
            new LayerForward(layer, in, stream, normalizedInput, output, output, output, works[i])
                    .run(products, samples, statistics, LayerForward.Way.THERE, cancellation);
            inBefore = in;
            in = output;
        }
        return in;
    }

    private Tensor withOnes(float[] values, int units) {
        int stride = input.stride();
        Arrays.fill(values, units * stride, (units + 1) * stride, 1);
        return new Tensor(values, units, stride, new Strided(values, 0, stride));
    }
}
