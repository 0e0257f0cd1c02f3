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
import dev.weightscope.model.Input;
import dev.weightscope.model.Law;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Refusal;
import java.util.Set;
import java.util.stream.Collectors;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// The way of a [Batch] through the layers of a network: [#begin], then [#advance] for each layer
/// in turn.
///
/// There is one weight matrix, used again for every layer and every pass; the draws behind it are
/// kept within a budget.
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

    /// Makes room for the weights of a pass. From here to the next call, the draws that are used
    /// stay rather than those of before.
    ///
    /// @param drawBudget how many bytes of draws may be kept, 0 for none
    /// @throws CancelledException if the work is no longer wanted
    public void prepare(PassQuestion question, long drawBudget, Cancellation cancellation) {
        inUse = null; // or the old array would live as long as the new one is made
        Set<Integer> lengths = question.lengths().boxed().collect(Collectors.toSet());
        arrays.releaseUnless(lengths::contains);
        unitDraws.beginRound(drawBudget);
        WorkSpace.reserve(weights, question.mostWeights(), arrays, cancellation);
    }

    /// Bytes allocated for weights beyond what a pass needs.
    public long bytesBeyond(PassQuestion question) {
        return WorkSpace.bytesBeyond(weights, question.mostWeights());
    }

    /// Gives back all memory, that of the kept draws included.
    public void release() {
        inUse = null;
        WorkSpace.release(weights);
        arrays.releaseUnless(_ -> false);
        unitDraws.beginRound(0);
    }

    /// Makes room for samples and fills the signal with the input.
    ///
    /// @param room elements of the largest signal that is to come, the input included
    /// @param batch overwritten
    /// @throws CancelledException if the work is no longer wanted
    public void begin(InputQuestion question, int room, Batch batch, Cancellation cancellation) {
        batch.reserve(room, arrays, cancellation);
        batch.signal.reshape(question.samples(), question.width());
        float[] input = input(question, batch.signal, cancellation);
        kernel.scale(
                (float) question.sampling().scale(),
                input,
                batch.signal.data,
                0,
                batch.signal.getNumElements(),
                cancellation);
        round(question.format(), Matrices.view(batch.signal), cancellation);
    }

    /// Carries the signal through a layer and surveys it.
    ///
    /// @param question of the layer behind the one of the last call for this batch
    /// @param batch modified
    /// @param outputBins of the activations' histogram, where they are known beforehand
    /// @return what is known of the pre-activations and the activations
    /// @throws CancelledException if the work is no longer wanted; the signal is as before
    /// @throws Refusal if a custom initializer fails
    public DenseLayer.Survey advance(
            LayerQuestion question,
            Batch batch,
            @Nullable Bins outputBins,
            Cancellation cancellation) {
        batch.shapePreActivation(question.weights().fanOut(), arrays, cancellation);
        return layer(question, batch, Matrices.view(batch.preActivation), outputBins, cancellation);
    }

    /// Carries the signal through a layer that is surveyed already; keeps no pre-activations.
    ///
    /// @param question as for [#advance]
    /// @param batch modified
    /// @throws CancelledException as [#advance]
    /// @throws Refusal as [#advance]
    public void passThrough(LayerQuestion question, Batch batch, Cancellation cancellation) {
        layer(question, batch, null, null, cancellation);
    }

    private DenseLayer.Survey layer(
            LayerQuestion question,
            Batch batch,
            @Nullable Matrix preActivation,
            @Nullable Bins outputBins,
            Cancellation cancellation) {
        WeightsQuestion asked = question.weights();
        weights.reshape(asked.fanIn(), asked.fanOut());
        inUse = null;
        ScaledMatrix drawn = sampler.weights(asked, weights, cancellation);
        flushedWeights = 0;
        if (asked.format() != NumberFormat.FLOAT32) {
            Matrix scaled = scaled(drawn, cancellation);
            flushedWeights = round(asked.format(), scaled, cancellation);
            drawn = ScaledMatrix.of(scaled);
        }
        boolean biased = !question.bias().equals(new Law.Constant(0));
        if (biased) {
            bias.reshape(1, asked.fanOut());
            sampler.bias(question, bias, cancellation);
            round(asked.format(), Matrices.view(bias), cancellation);
        }
        DenseLayer.Survey survey =
                kernel.layer(
                        new DenseLayer(
                                Matrices.view(batch.signal),
                                drawn,
                                biased ? bias.data : null,
                                preActivation,
                                question.activation(),
                                asked.format(),
                                Matrices.view(
                                        batch.shapeOutput(asked.fanOut(), arrays, cancellation))),
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

    private long round(NumberFormat format, Matrix values, Cancellation cancellation) {
        return format == NumberFormat.FLOAT32
                ? 0
                : kernel.round(
                        format, values.values(), values.values(), 0, values.size(), cancellation);
    }

    /// The input before its scale; in the signal's own array where it is not kept elsewhere.
    private float[] input(InputQuestion question, FMatrixRMaj signal, Cancellation cancellation) {
        return switch (question.sampling().input()) {
            case Input.StandardNormal() ->
                    input(new UnitDraw.Normal(), question.seed(), signal, cancellation);
            case Input.Uniform() ->
                    input(new UnitDraw.Uniform(), question.seed(), signal, cancellation);
            case Input.Table(var data) -> {
                copy(data, signal, cancellation);
                yield signal.data;
            }
        };
    }

    private float[] input(UnitDraw unit, long seed, FMatrixRMaj signal, Cancellation cancellation) {
        return unitDraws.get(
                new Drawing.Independent(unit, new RandomStream(seed, 0, Purpose.INPUT)),
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
