package dev.weightscope.network;

import dev.weightscope.kernel.ActivationGradient;
import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.GradientLayer;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Orientation;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.ScaledMatrix;
import dev.weightscope.kernel.Survey;
import dev.weightscope.kernel.Surveyed;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.kernel.WeightGradient;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Refusal;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// The way of a gradient back through the layers of a network: [#begin], then for each layer, the
/// last one first, [#throughActivation], [#weightGradient] and [#throughWeights].
///
/// It starts from a cotangent, a gradient by the last layer's output whose entries are independent
/// N(0, 1). Each gradient is rounded to the number format, as the signal is.
///
/// Not for use by several threads at once.
public final class BackwardPass {
    private static final Activation LINEAR = Activation.of(ActivationFunction.LINEAR);

    private final Kernel kernel;
    private final LargeArrays arrays;
    private final UnitDraws unitDraws;
    private final LayerWeights weights;

    BackwardPass(Kernel kernel, LargeArrays arrays, UnitDraws unitDraws, LayerWeights weights) {
        this.kernel = kernel;
        this.arrays = arrays;
        this.unitDraws = unitDraws;
        this.weights = weights;
    }

    /// What is known of the gradients that a step has computed.
    ///
    /// @param output of that by a layer's output, [Batch#outputGradient]
    /// @param preActivation of that by its pre-activations, [Batch#gradient]; null where
    ///   [#throughActivation] is still to come
    public record Found(Survey output, @Nullable Survey preActivation) {}

    /// Makes the gradient the cotangent, samples × units of the last layer. Its draws are a stream
    /// of their own, so that neither depth nor gain nor activation changes it, and the first
    /// samples' are the same however many there are.
    ///
    /// @param batch its gradient is overwritten
    /// @throws CancelledException if the work is no longer wanted
    public Found begin(PassQuestion question, Batch batch, Cancellation cancellation) {
        InputQuestion input = question.input();
        int units = question.layer(question.depth()).weights().fanOut();
        FMatrixRMaj gradient = batch.preActivation;
        WorkSpace.shape(gradient, input.samples(), units, arrays, cancellation);
        int length = gradient.getNumElements();
        float[] drawn =
                unitDraws.get(
                        new Drawing.Independent(
                                new UnitDraw.Normal(),
                                new RandomStream(input.seed(), 0, Purpose.COTANGENT)),
                        length,
                        gradient.data,
                        cancellation);
        WorkSpace.copy(drawn, gradient.data, length, cancellation); // itself where it is not kept
        Formats.round(kernel, input.format(), batch.gradient(), cancellation);
        batch.beginGradient();
        return new Found(
                new Survey(
                        kernel.moments(
                                gradient.data,
                                gradient.numRows,
                                gradient.numCols,
                                Saturation.UNBOUNDED,
                                cancellation),
                        null,
                        0),
                null);
    }

    /// Carries the gradient by a layer's output on to its pre-activations: δ = s·g ⊙ φ′(z), with
    /// the scale s of a branch that ends here, and through the normalization between z and φ.
    ///
    /// @param tape has the layer's pre-activations, unless it is linear
    /// @param batch its gradient is overwritten; that by the output is gone, unless a branch ends
    ///   here, which it skips
    /// @param bins of the histogram, where they are known beforehand
    /// @throws CancelledException if the work is no longer wanted; the gradient is unspecified then
    public Survey throughActivation(
            LayerQuestion question,
            Tape tape,
            Batch batch,
            @Nullable Bins bins,
            Cancellation cancellation) {
        FMatrixRMaj output =
                question.role().endsBranch()
                        ? batch.holdGradient(question.role(), arrays, cancellation)
                        : batch.preActivation;
        Matrix gradient = Matrices.view(output);
        return kernel.activationBack(
                new ActivationGradient(
                        question.ownNormalization(),
                        question.activation(),
                        (float) question.branchScale(),
                        preActivation(question, tape, gradient),
                        gradient,
                        null,
                        question.weights().format(),
                        batch.gradient()),
                bins,
                cancellation);
    }

    /// @param unread in the place of pre-activations that do not matter
    private static Matrix preActivation(LayerQuestion question, Tape tape, Matrix unread) {
        return question.isLinear() ? unread : tape.preActivations(question.layer());
    }

    /// The gradient by a layer's weights, summed over the samples: xᵀ · δ. It takes the weights'
    /// place.
    ///
    /// @param inputs by the weights of how many of the layer's first inputs; fanIn for all
    /// @param batch its signal is what comes to the layer, its gradient is by the pre-activations;
    ///   neither is modified
    /// @param bins of the histogram, where they are known beforehand
    /// @return of inputs × fanOut values, which are [#weightGradient()] until the next layer
    /// @throws CancelledException if the work is no longer wanted
    public Survey weightGradient(
            LayerQuestion question,
            int inputs,
            Batch batch,
            @Nullable Bins bins,
            Cancellation cancellation) {
        WeightsQuestion asked = question.weights();
        return kernel.weightGradient(
                new WeightGradient(
                        LayerInput.of(question, batch, kernel, arrays, cancellation),
                        batch.gradient(),
                        asked.format(),
                        weights.room(asked, inputs)),
                bins,
                cancellation);
    }

    /// What the last call computed: inputs × fanOut.
    public Matrix weightGradient() {
        return weights.inRoom();
    }

    /// Carries the gradient by a layer's pre-activations on to the output of the layer before: g =
    /// δ · Wᵀ, through the normalization of what enters a branch that begins here, plus what
    /// skipped that branch. And where that costs no pass over the batch, on to the pre-activations
    /// of the layer before.
    ///
    /// @param before the layer before
    /// @param tape null where it does not have the pre-activations of the layer before
    /// @param batch its gradient is overwritten; its signal is what comes to the layer, and
    ///   unspecified afterwards
    /// @param surveyed which of the gradients by the output and by the pre-activations of the layer
    ///   before are looked at
    /// @param bins of the histograms, where they are known beforehand and both are looked at
    /// @throws CancelledException if the work is no longer wanted; the gradient is unspecified then
    /// @throws Refusal if a custom initializer fails
    public Found throughWeights(
            LayerQuestion question,
            LayerQuestion before,
            @Nullable Tape tape,
            Batch batch,
            Surveyed surveyed,
            @Nullable Bins bins,
            Cancellation cancellation) {
        WeightsQuestion asked = question.weights();
        ScaledMatrix drawn = weights.draw(asked, cancellation);
        NumberFormat format = asked.format();
        if (question.normalizesItsInput()) {
            return throughNorm(question, drawn, batch, bins, cancellation);
        }
        Matrix residual = question.role().beginsBranch() ? Matrices.view(batch.stream) : null;
        Matrix gradient = batch.gradient();
        Matrix output =
                Matrices.view(batch.shapeInputGradient(asked.fanIn(), arrays, cancellation));
        if (tape == null || before.ownNormalization() != Normalization.NONE) {
            GradientLayer.Answer answer =
                    layerBack(
                            new GradientLayer(gradient, drawn, residual, format, output, null),
                            surveyed,
                            bins,
                            cancellation);
            batch.stepToInputGradient();
            return new Found(answer.output(), null);
        }
        GradientLayer.Slope slope =
                new GradientLayer.Slope(
                        before.activation(),
                        (float) before.branchScale(),
                        preActivation(before, tape, output),
                        Matrices.view(
                                batch.shapeNextGradient(asked.fanIn(), arrays, cancellation)));
        GradientLayer.Answer answer =
                layerBack(
                        new GradientLayer(gradient, drawn, residual, format, output, slope),
                        surveyed,
                        bins,
                        cancellation);
        batch.stepThroughActivation();
        if (before.role().endsBranch()) {
            batch.letOutputGradientSkip();
        }
        return new Found(answer.output(), answer.slope());
    }

    private GradientLayer.Answer layerBack(
            GradientLayer layer,
            Surveyed surveyed,
            @Nullable Bins bins,
            Cancellation cancellation) {
        return surveyed == Surveyed.BOTH
                ? kernel.layerBack(layer, bins, layer.slope() == null ? null : bins, cancellation)
                : kernel.layerBack(surveyed, layer, cancellation);
    }

    /// The normalized signal is in no one's way any more: the gradient by it takes its place.
    private Found throughNorm(
            LayerQuestion question,
            ScaledMatrix drawn,
            Batch batch,
            @Nullable Bins bins,
            Cancellation cancellation) {
        WeightsQuestion asked = question.weights();
        Matrix byNormalized = Matrices.view(batch.shapeEntering(arrays, cancellation));
        kernel.product(
                batch.gradient(), drawn, Orientation.TRANSPOSED, null, byNormalized, cancellation);
        Formats.round(kernel, asked.format(), byNormalized, cancellation);
        Survey survey =
                kernel.activationBack(
                        new ActivationGradient(
                                question.normalization(),
                                LINEAR,
                                1,
                                batch.signal(),
                                byNormalized,
                                Matrices.view(batch.stream),
                                asked.format(),
                                Matrices.view(
                                        batch.shapeNextGradient(
                                                asked.fanIn(), arrays, cancellation))),
                        bins,
                        cancellation);
        batch.stepToNextGradient();
        return new Found(survey, null);
    }
}
