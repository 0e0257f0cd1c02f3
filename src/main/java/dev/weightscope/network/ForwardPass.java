package dev.weightscope.network;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.DenseLayer;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.ScaledMatrix;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.Law;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// The way of a [Batch] through the layers of an experiment: [#begin], then [#advance] for each
/// layer in turn.
///
/// There is one weight matrix, used again for every layer and every experiment; the draws behind it
/// are kept within a budget.
///
/// Not for use by several threads at once.
public final class ForwardPass {
    private final Kernel kernel;
    private final UnitDraws unitDraws;
    private final WeightSampler sampler;
    private final LargeArrays arrays = new LargeArrays();
    private final FMatrixRMaj weights = new FMatrixRMaj();
    private final FMatrixRMaj bias = new FMatrixRMaj();

    /// Of the last layer; null while there are none that could be relied on.
    private @Nullable ScaledMatrix inUse;

    private long flushedWeights;

    public ForwardPass(Kernel kernel) {
        this.kernel = kernel;
        this.unitDraws = new UnitDraws(kernel, arrays);
        this.sampler = new WeightSampler(kernel, unitDraws);
    }

    /// Makes room for an experiment's weights. From here to the next call, the draws that are used
    /// stay rather than those of before.
    ///
    /// @param drawBudget how many bytes of draws may be kept, 0 for none
    /// @throws CancelledException if the work is no longer wanted
    public void prepare(Experiment experiment, long drawBudget, Cancellation cancellation) {
        inUse = null; // or the old array would live as long as the new one is made
        Set<Integer> lengths = new HashSet<>(Batch.lengths(experiment));
        sizes(experiment).forEach(lengths::add);
        arrays.releaseUnless(lengths::contains);
        unitDraws.beginRound(drawBudget);
        WorkSpace.reserve(weights, mostWeights(experiment), arrays, cancellation);
    }

    /// How much more room there is for weights than an experiment asks for, left by one that asked
    /// for more.
    public long bytesBeyond(Experiment experiment) {
        return WorkSpace.bytesBeyond(weights, mostWeights(experiment));
    }

    /// Gives back all memory, that of the kept draws included.
    public void release() {
        inUse = null;
        WorkSpace.release(weights);
        arrays.releaseUnless(_ -> false);
        unitDraws.beginRound(0);
    }

    private static int mostWeights(Experiment experiment) {
        return sizes(experiment).max().orElseThrow();
    }

    /// The numbers of weights of the layers.
    private static IntStream sizes(Experiment experiment) {
        return IntStream.rangeClosed(1, experiment.depth())
                .map(layer ->
                        Math.multiplyExact(experiment.fanIn(layer), experiment.fanOut(layer)));
    }

    /// Makes room for an experiment's samples and fills the signal with its input.
    ///
    /// @param batch overwritten
    /// @throws CancelledException if the work is no longer wanted
    public void begin(Experiment experiment, Batch batch, Cancellation cancellation) {
        batch.reserve(experiment, arrays, cancellation);
        batch.signal.reshape(experiment.effectiveSamples(), experiment.inputWidth());
        float[] input = input(experiment, batch.signal, cancellation);
        kernel.scale(
                (float) experiment.inputScale(),
                input,
                batch.signal.data,
                0,
                batch.signal.getNumElements(),
                cancellation);
        round(experiment, Matrices.view(batch.signal), cancellation);
    }

    /// Carries the signal through a layer and surveys it.
    ///
    /// @param layer one more than at the last call for this batch, counted from 1
    /// @param batch modified
    /// @param outputBins of the activations' histogram, where they are known beforehand
    /// @return what is known of the pre-activations and the activations
    /// @throws CancelledException if the work is no longer wanted; the signal is as before
    /// @throws Refusal if a custom initializer fails
    public DenseLayer.Survey advance(
            Experiment experiment,
            int layer,
            Batch batch,
            @Nullable Bins outputBins,
            Cancellation cancellation) {
        batch.shapePreActivation(experiment.fanOut(layer), arrays, cancellation);
        return layer(
                experiment,
                layer,
                batch,
                Matrices.view(batch.preActivation),
                outputBins,
                cancellation);
    }

    /// Carries the signal through a layer that is surveyed already; keeps no pre-activations.
    ///
    /// @param layer as for [#advance]
    /// @param batch modified
    /// @throws CancelledException as [#advance]
    /// @throws Refusal as [#advance]
    public void passThrough(
            Experiment experiment, int layer, Batch batch, Cancellation cancellation) {
        layer(experiment, layer, batch, null, null, cancellation);
    }

    private DenseLayer.Survey layer(
            Experiment experiment,
            int layer,
            Batch batch,
            @Nullable Matrix preActivation,
            @Nullable Bins outputBins,
            Cancellation cancellation) {
        int fanIn = experiment.fanIn(layer);
        int fanOut = experiment.fanOut(layer);
        weights.reshape(fanIn, fanOut);
        inUse = null;
        ScaledMatrix drawn =
                sampler.weights(
                        experiment.weightLaw(layer),
                        experiment.seed(),
                        layer,
                        weights,
                        cancellation);
        flushedWeights = 0;
        if (experiment.format() != NumberFormat.FLOAT32) {
            Matrix scaled = scaled(drawn, cancellation);
            flushedWeights = round(experiment, scaled, cancellation);
            drawn = ScaledMatrix.of(scaled);
        }
        Law biasLaw = experiment.biasLaw(layer);
        boolean biased = !biasLaw.equals(new Law.Constant(0));
        if (biased) {
            bias.reshape(1, fanOut);
            sampler.bias(biasLaw, experiment.seed(), layer, fanIn, bias, cancellation);
            round(experiment, Matrices.view(bias), cancellation);
        }
        DenseLayer.Survey survey =
                kernel.layer(
                        new DenseLayer(
                                Matrices.view(batch.signal),
                                drawn,
                                biased ? bias.data : null,
                                preActivation,
                                experiment.activation(),
                                experiment.format(),
                                Matrices.view(batch.shapeOutput(fanOut, arrays, cancellation))),
                        outputBins,
                        cancellation);
        inUse = drawn;
        batch.stepForward();
        return survey;
    }

    /// Of the last layer that a batch was carried through: fanIn × fanOut, as a product takes them;
    /// not to be modified.
    ///
    /// @throws IllegalStateException if no layer was computed since [#prepare], or the weights are
    ///   gone
    public ScaledMatrix drawnWeights() {
        if (inUse == null) {
            throw new IllegalStateException("there are no weights before a layer is computed");
        }
        return inUse;
    }

    /// [#drawnWeights] with the factor multiplied in, in an array of their own.
    ///
    /// @throws CancelledException if the work is no longer wanted; the weights are gone then
    /// @throws IllegalStateException as [#drawnWeights]
    public Matrix weights(Cancellation cancellation) {
        ScaledMatrix drawn = drawnWeights();
        inUse = null; // half of them may be scaled when it is cancelled
        Matrix scaled = scaled(drawn, cancellation);
        inUse = ScaledMatrix.of(scaled);
        return scaled;
    }

    /// How many of the [#weights] are 0 only because the number format holds nothing so small.
    public long flushedWeights() {
        return flushedWeights;
    }

    private Matrix scaled(ScaledMatrix drawn, Cancellation cancellation) {
        Matrix scaled = Matrices.view(weights);
        if (!drawn.equals(ScaledMatrix.of(scaled))) {
            kernel.scale(
                    drawn.factor(),
                    drawn.matrix().values(),
                    scaled.values(),
                    0,
                    scaled.size(),
                    cancellation);
        }
        return scaled;
    }

    private long round(Experiment experiment, Matrix values, Cancellation cancellation) {
        return experiment.format() == NumberFormat.FLOAT32
                ? 0
                : kernel.round(
                        experiment.format(),
                        values.values(),
                        values.values(),
                        0,
                        values.size(),
                        cancellation);
    }

    /// The input before its scale; in the signal's own array where it is not kept elsewhere.
    private float[] input(Experiment experiment, FMatrixRMaj signal, Cancellation cancellation) {
        return switch (experiment.input()) {
            case Input.StandardNormal() ->
                    input(new UnitDraw.Normal(), experiment, signal, cancellation);
            case Input.Uniform() -> input(new UnitDraw.Uniform(), experiment, signal, cancellation);
            case Input.Table(var data) -> {
                copy(data, signal, cancellation);
                yield signal.data;
            }
        };
    }

    private float[] input(
            UnitDraw unit, Experiment experiment, FMatrixRMaj signal, Cancellation cancellation) {
        return unitDraws.get(
                new Drawing.Independent(
                        unit, new RandomStream(experiment.seed(), 0, Purpose.INPUT)),
                signal.getNumElements(),
                signal.data,
                cancellation);
    }

    /// The first rows of a table, a fraction of a millisecond between two looks.
    private static void copy(DataTable table, FMatrixRMaj out, Cancellation cancellation) {
        int length = out.getNumElements();
        for (int start = 0; start < length; start += WorkSpace.COPIED_AT_ONCE) {
            cancellation.throwIfCancelled();
            int end = Math.min(WorkSpace.COPIED_AT_ONCE, length - start) + start;
            table.copyValues(start, end, out.data);
        }
    }
}
