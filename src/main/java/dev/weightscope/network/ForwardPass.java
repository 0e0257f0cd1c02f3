package dev.weightscope.network;

import dev.weightscope.kernel.ActivationLayer;
import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.DenseLayer;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Moments;
import dev.weightscope.kernel.Orientation;
import dev.weightscope.kernel.Survey;
import dev.weightscope.kernel.Surveyed;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerRole;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// The way of a [Batch] through the layers of a network: [#begin], then [#advance] for each layer
/// in turn.
///
/// Not for use by several threads at once.
public final class ForwardPass {
    /// Work space grows ahead where draws lose no more than this part of their budget by that.
    private static final int PART_OF_DRAWS = 8;

    private final Kernel kernel;
    private final boolean growsAhead;
    private final LargeArrays arrays;
    private final UnitDraws unitDraws;
    private final LayerWeights weights;
    private final NetworkInput input;

    public ForwardPass(Kernel kernel) {
        this(kernel, false);
    }

    private ForwardPass(Kernel kernel, boolean growsAhead) {
        this.kernel = kernel;
        this.growsAhead = growsAhead;
        this.arrays = new LargeArrays();
        this.unitDraws = new UnitDraws(kernel, arrays);
        this.weights = new LayerWeights(kernel, unitDraws, arrays);
        this.input = new NetworkInput(kernel, unitDraws, arrays);
    }

    private ForwardPass(Kernel kernel, ForwardPass other) {
        this.kernel = kernel;
        this.growsAhead = other.growsAhead;
        this.arrays = other.arrays;
        this.unitDraws = other.unitDraws;
        this.weights = other.weights;
        this.input = new NetworkInput(kernel, unitDraws, arrays);
    }

    /// For questions that grow little by little, as under a slider: work space that has become too
    /// small grows ahead, where the budget of [#prepare] has room for that.
    public static ForwardPass growingAhead(Kernel kernel) {
        return new ForwardPass(kernel, true);
    }

    /// The same with its layers computed by another kernel: with the same draws, in the same
    /// memory. Not for use at the same time.
    public ForwardPass on(Kernel other) {
        return new ForwardPass(other, this);
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
    /// @param drawBudget how many bytes may be kept beside what the pass needs, of draws and of
    ///   work space that grows ahead; 0 for none
    /// @throws CancelledException if the work is no longer wanted
    public void prepare(PassQuestion question, long drawBudget, Cancellation cancellation) {
        weights.forget(); // or the old array would live as long as the new one is made
        Set<Integer> lengths = question.lengths().boxed().collect(Collectors.toSet());
        arrays.releaseUnless(lengths::contains);
        long ahead = question.bytesAhead();
        boolean isAhead = growsAhead && ahead <= drawBudget / PART_OF_DRAWS;
        arrays.growAhead(isAhead);
        unitDraws.beginRound(isAhead ? drawBudget - ahead : drawBudget);
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
        beginAgain(question, batch, cancellation);
    }

    /// Fills the signal with the input, and leaves all else in the batch as it is: a gradient that
    /// is on its way back.
    ///
    /// @param batch its signal is overwritten
    /// @throws CancelledException if the work is no longer wanted
    public void beginAgain(InputQuestion question, Batch batch, Cancellation cancellation) {
        input.fill(question, batch.signal, cancellation);
    }

    /// Draws the input and all weights, as far as they are not kept already.
    ///
    /// @param batch its signal is the input then
    /// @throws CancelledException if the work is no longer wanted
    public void draw(PassQuestion question, Batch batch, Cancellation cancellation) {
        begin(question.input(), question.largestSignal(), batch, cancellation);
        for (LayerQuestion layer : question.layers()) {
            weights.draw(layer.weights(), cancellation);
        }
    }

    /// Fits the weights of a layer to its input, where their law asks for that.
    ///
    /// @param question of the layer behind the one of the last call for this batch
    /// @param batch its signal stays
    /// @return the layer with the law of its weights, which the input has no part in any more
    /// @throws CancelledException if the work is no longer wanted
    public LayerSequential.Fitted fit(
            LayerQuestion question, Batch batch, Cancellation cancellation) {
        if (!(question.weights().law() instanceof Law.LayerSequential law)) {
            return new LayerSequential.Fitted(question, List.of());
        }
        Matrix preActivation = output(question, batch, cancellation);
        Matrix input = LayerInput.of(question, batch, kernel, arrays, cancellation);
        return LayerSequential.fit(
                question,
                law,
                tried -> {
                    product(tried, input, preActivation, cancellation);
                    return moments(preActivation, cancellation).std();
                });
    }

    /// Carries the signal through a layer and surveys it.
    ///
    /// @param question of the layer behind the one of the last call for this batch
    /// @param batch modified
    /// @param tape keeps the pre-activations; null where they are not to be kept
    /// @param outputBins of the output's histogram, where they are known beforehand
    /// @return what is known of the pre-activations, which are on the tape, or else
    ///   [Batch#preActivation] until the next call, and of the output
    /// @throws CancelledException if the work is no longer wanted; the signal is as before
    /// @throws Refusal if a custom initializer fails
    public DenseLayer.Answer advance(
            LayerQuestion question,
            Batch batch,
            @Nullable Tape tape,
            @Nullable Bins outputBins,
            Cancellation cancellation) {
        int fanOut = question.weights().fanOut();
        FMatrixRMaj preActivation =
                tape == null || question.role() == LayerRole.LAST_OF_BRANCH
                        ? batch.shapePreActivation(fanOut, arrays, cancellation)
                        : room(tape, question, batch, cancellation);
        Matrix kept = Matrices.view(preActivation);
        DenseLayer.Answer survey =
                question.ownNormalization() == Normalization.NONE
                        ? kernel.layer(
                                dense(question, batch, kept, cancellation),
                                outputBins,
                                cancellation)
                        : normalized(question, batch, kept, outputBins, cancellation);
        batch.stepForward(question.role());
        return survey;
    }

    /// Carries the signal through a layer that is surveyed already. It leaves the place of
    /// [Batch#preActivation], which on the way back is the gradient's, as it is.
    ///
    /// @param question as for [#advance]
    /// @param batch modified
    /// @param tape as for [#advance]
    /// @throws CancelledException as [#advance]
    /// @throws Refusal as [#advance]
    public void passThrough(
            LayerQuestion question, Batch batch, @Nullable Tape tape, Cancellation cancellation) {
        Matrix recorded = recorded(question, batch, tape, cancellation);
        if (question.ownNormalization() == Normalization.NONE) {
            layer(question, batch, recorded, Surveyed.NONE, cancellation);
        } else {
            Matrix output = output(question, batch, cancellation);
            Matrix preActivation = recorded == null ? output : recorded;
            Matrix input = LayerInput.of(question, batch, kernel, arrays, cancellation);
            product(question, input, preActivation, cancellation);
            kernel.activate(activation(question, preActivation, output), cancellation);
            batch.stepForward(question.role());
        }
    }

    /// Carries the signal through a layer and surveys its output alone, without a histogram. As
    /// [#passThrough], it leaves the place of [Batch#preActivation] as it is.
    ///
    /// @param question as for [#advance]
    /// @param batch modified
    /// @param tape as for [#advance]
    /// @throws CancelledException as [#advance]
    /// @throws Refusal as [#advance]
    public Moments surveyOutput(
            LayerQuestion question, Batch batch, @Nullable Tape tape, Cancellation cancellation) {
        Matrix recorded = recorded(question, batch, tape, cancellation);
        if (question.ownNormalization() == Normalization.NONE) {
            return layer(question, batch, recorded, Surveyed.LAST, cancellation).output().moments();
        }
        Matrix output = output(question, batch, cancellation);
        Matrix preActivation = recorded == null ? output : recorded;
        Matrix input = LayerInput.of(question, batch, kernel, arrays, cancellation);
        product(question, input, preActivation, cancellation);
        Survey found =
                kernel.activation(activation(question, preActivation, output), null, cancellation);
        batch.stepForward(question.role());
        return found.moments();
    }

    /// Keeps the signal, which is the output of a layer.
    ///
    /// @param layer counted from 1
    /// @throws CancelledException if the work is no longer wanted; it is not kept then
    public void keepOutput(int layer, Batch batch, Tape tape, Cancellation cancellation) {
        tape.keepOutput(layer, batch.signal(), arrays, cancellation);
    }

    /// Makes the signal what it was behind a layer.
    ///
    /// @param question of a layer that the tape holds
    /// @param batch its signal is overwritten
    /// @throws CancelledException if the work is no longer wanted; the signal is unspecified then
    public void recall(LayerQuestion question, Tape tape, Batch batch, Cancellation cancellation) {
        FMatrixRMaj output = tape.output(question.layer());
        if (output != null) {
            WorkSpace.shape(batch.signal, output.numRows, output.numCols, arrays, cancellation);
            WorkSpace.copy(output.data, batch.signal.data, output.getNumElements(), cancellation);
            return;
        }
        Matrix preActivation = tape.preActivations(question.layer());
        WorkSpace.shape(
                batch.signal, preActivation.rows(), preActivation.columns(), arrays, cancellation);
        kernel.activate(activation(question, preActivation, batch.signal()), cancellation);
    }

    /// The pre-activations of a layer alone, in the place of its output: for a way back that has
    /// room for nothing else.
    ///
    /// @param question of a layer behind the one of the last call for this batch
    /// @param batch its signal stays, and what skips a branch
    /// @param tape borrows the pre-activations
    /// @throws CancelledException if the work is no longer wanted
    public void lendPreActivation(
            LayerQuestion question, Batch batch, Tape tape, Cancellation cancellation) {
        Matrix output = output(question, batch, cancellation);
        Matrix input = LayerInput.of(question, batch, kernel, arrays, cancellation);
        product(question, input, output, cancellation);
        tape.lend(question.layer(), batch.next);
    }

    /// Where a layer's pre-activations are to be recorded, if they are.
    private @Nullable Matrix recorded(
            LayerQuestion question, Batch batch, @Nullable Tape tape, Cancellation cancellation) {
        return tape == null || question.role() == LayerRole.LAST_OF_BRANCH
                ? null
                : Matrices.view(room(tape, question, batch, cancellation));
    }

    private FMatrixRMaj room(
            Tape tape, LayerQuestion question, Batch batch, Cancellation cancellation) {
        return tape.roomForPreActivation(
                question.layer(),
                batch.signal.numRows,
                question.weights().fanOut(),
                arrays,
                cancellation);
    }

    private Matrix output(LayerQuestion question, Batch batch, Cancellation cancellation) {
        return Matrices.view(batch.shapeOutput(question.weights().fanOut(), arrays, cancellation));
    }

    /// A layer without a normalization of its own.
    private DenseLayer.Answer layer(
            LayerQuestion question,
            Batch batch,
            @Nullable Matrix preActivation,
            Surveyed surveyed,
            Cancellation cancellation) {
        DenseLayer.Answer survey =
                kernel.layer(
                        surveyed,
                        dense(question, batch, preActivation, cancellation),
                        cancellation);
        batch.stepForward(question.role());
        return survey;
    }

    private DenseLayer dense(
            LayerQuestion question,
            Batch batch,
            @Nullable Matrix preActivation,
            Cancellation cancellation) {
        Matrix output = output(question, batch, cancellation);
        return new DenseLayer(
                LayerInput.of(question, batch, kernel, arrays, cancellation),
                weights.draw(question.weights(), cancellation),
                weights.bias(question, cancellation),
                preActivation,
                question.activation(),
                question.weights().format(),
                batch.residual(question),
                output);
    }

    private DenseLayer.Answer normalized(
            LayerQuestion question,
            Batch batch,
            Matrix preActivation,
            @Nullable Bins outputBins,
            Cancellation cancellation) {
        Matrix output = output(question, batch, cancellation);
        Matrix input = LayerInput.of(question, batch, kernel, arrays, cancellation);
        product(question, input, preActivation, cancellation);
        Moments moments = moments(preActivation, cancellation);
        return new DenseLayer.Answer(
                moments,
                kernel.activation(
                        activation(question, preActivation, output), outputBins, cancellation));
    }

    private Moments moments(Matrix values, Cancellation cancellation) {
        return kernel.moments(
                values.values(),
                values.rows(),
                values.columns(),
                Saturation.UNBOUNDED,
                cancellation);
    }

    private void product(
            LayerQuestion question, Matrix input, Matrix preActivation, Cancellation cancellation) {
        kernel.product(
                input,
                weights.draw(question.weights(), cancellation),
                Orientation.AS_STORED,
                weights.bias(question, cancellation),
                preActivation,
                cancellation);
    }

    private static ActivationLayer activation(
            LayerQuestion question, Matrix preActivation, Matrix output) {
        return new ActivationLayer(
                question.ownNormalization(),
                question.activation(),
                preActivation,
                question.weights().format(),
                output);
    }
}
