package dev.weightscope.network;

import dev.weightscope.kernel.ActivationLayer;
import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.DenseLayer;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Input;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Refusal;
import java.util.Set;
import java.util.stream.Collectors;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// The way of a [Batch] through the layers of a network: [#begin], then [#advance] for each layer
/// in turn.
///
/// Not for use by several threads at once.
public final class ForwardPass {
    private final Kernel kernel;
    private final LargeArrays arrays = new LargeArrays();
    private final UnitDraws unitDraws;
    private final LayerWeights weights;

    public ForwardPass(Kernel kernel) {
        this.kernel = kernel;
        this.unitDraws = new UnitDraws(kernel, arrays);
        this.weights = new LayerWeights(kernel, unitDraws, arrays);
    }

    /// Those of the last layer that a batch was carried through.
    public LayerWeights weights() {
        return weights;
    }

    /// The way back, with the same draws and in the same memory.
    public BackwardPass back() {
        return new BackwardPass(kernel, arrays, unitDraws, weights);
    }

    /// Makes room for the weights of a pass. From here to the next call, the draws that are used
    /// stay rather than those of before.
    ///
    /// @param drawBudget how many bytes of draws may be kept, 0 for none
    /// @throws CancelledException if the work is no longer wanted
    public void prepare(PassQuestion question, long drawBudget, Cancellation cancellation) {
        weights.forget(); // or the old array would live as long as the new one is made
        Set<Integer> lengths = question.lengths().boxed().collect(Collectors.toSet());
        arrays.releaseUnless(lengths::contains);
        unitDraws.beginRound(drawBudget);
        weights.prepare(question, cancellation);
    }

    /// Bytes allocated for weights beyond what a pass needs.
    public long bytesBeyond(PassQuestion question) {
        return weights.bytesBeyond(question);
    }

    /// Gives back all memory, that of the kept draws included.
    public void release() {
        weights.release();
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
        Formats.round(kernel, question.format(), Matrices.view(batch.signal), cancellation);
    }

    /// Carries the signal through a layer and surveys it.
    ///
    /// @param question of the layer behind the one of the last call for this batch
    /// @param batch modified
    /// @param tape keeps the pre-activations; null where none are to be kept
    /// @param outputBins of the activations' histogram, where they are known beforehand
    /// @return what is known of the pre-activations, which are on the tape, or else
    ///   [Batch#preActivation] until the next call, and of the activations
    /// @throws CancelledException if the work is no longer wanted; the signal is as before
    /// @throws Refusal if a custom initializer fails
    public DenseLayer.Survey advance(
            LayerQuestion question,
            Batch batch,
            @Nullable Tape tape,
            @Nullable Bins outputBins,
            Cancellation cancellation) {
        WeightsQuestion asked = question.weights();
        FMatrixRMaj preActivation =
                tape == null
                        ? batch.shapePreActivation(asked.fanOut(), arrays, cancellation)
                        : tape.room(
                                asked.layer(),
                                batch.signal.numRows,
                                asked.fanOut(),
                                arrays,
                                cancellation);
        return layer(question, batch, Matrices.view(preActivation), outputBins, cancellation);
    }

    /// Carries the signal through a layer that is surveyed already.
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
        DenseLayer.Survey survey =
                kernel.layer(
                        new DenseLayer(
                                Matrices.view(batch.signal),
                                weights.draw(asked, cancellation),
                                weights.bias(question, cancellation),
                                preActivation,
                                question.activation(),
                                asked.format(),
                                Matrices.view(
                                        batch.shapeOutput(asked.fanOut(), arrays, cancellation))),
                        outputBins,
                        cancellation);
        batch.stepForward();
        return survey;
    }

    /// Makes the signal what it was behind a layer.
    ///
    /// @param tape has the layer's pre-activations
    /// @param batch its signal is overwritten
    /// @throws CancelledException if the work is no longer wanted; the signal is unspecified then
    public void recall(LayerQuestion question, Tape tape, Batch batch, Cancellation cancellation) {
        WeightsQuestion asked = question.weights();
        Matrix preActivation = tape.preActivation(asked.layer());
        WorkSpace.shape(
                batch.signal, preActivation.rows(), preActivation.columns(), arrays, cancellation);
        kernel.activate(
                new ActivationLayer(
                        Normalization.NONE,
                        question.activation(),
                        preActivation,
                        asked.format(),
                        Matrices.view(batch.signal)),
                cancellation);
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
