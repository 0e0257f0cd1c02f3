package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Orientation;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.ScaledMatrix;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.model.Refusal;
import org.ejml.data.FMatrixRMaj;

/// The way of a gradient back through the layers of a network: [#begin], then for each layer, the
/// last one first, [#throughActivation], [#weightGradient] and [#throughWeights].
///
/// It starts from a cotangent, a gradient by the last layer's activations whose entries are
/// independent N(0, 1). Each gradient is rounded to the number format, as the signal is.
///
/// Not for use by several threads at once.
public final class BackwardPass {
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

    /// Makes the gradient the cotangent, samples × units of the last layer. Its draws are a stream
    /// of their own, so that neither depth nor gain nor activation changes it, and the first
    /// samples' are the same however many there are.
    ///
    /// @param batch its gradient is overwritten
    /// @throws CancelledException if the work is no longer wanted
    public void begin(PassQuestion question, Batch batch, Cancellation cancellation) {
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
        if (drawn != gradient.data) {
            WorkSpace.copy(drawn, gradient.data, length, cancellation);
        }
        Formats.round(kernel, input.format(), batch.gradient(), cancellation);
    }

    /// Carries the gradient by a layer's activations on to its pre-activations: δ = g ⊙ φ′(z).
    ///
    /// @param tape has the layer's pre-activations
    /// @param batch its gradient is overwritten
    /// @throws CancelledException if the work is no longer wanted; the gradient is unspecified then
    public void throughActivation(
            LayerQuestion question, Tape tape, Batch batch, Cancellation cancellation) {
        WeightsQuestion asked = question.weights();
        Matrix gradient = batch.gradient();
        kernel.slope(
                question.activation(),
                tape.preActivation(asked.layer()).values(),
                gradient.values(),
                0,
                gradient.size(),
                cancellation);
        Formats.round(kernel, asked.format(), gradient, cancellation);
    }

    /// The gradient by a layer's weights, summed over the samples: xᵀ · δ. It takes the weights'
    /// place.
    ///
    /// @param batch its signal is what went into the layer, its gradient is by the pre-activations;
    ///   neither is modified
    /// @return fanIn × fanOut, until the next layer
    /// @throws CancelledException if the work is no longer wanted
    public Matrix weightGradient(LayerQuestion question, Batch batch, Cancellation cancellation) {
        WeightsQuestion asked = question.weights();
        FMatrixRMaj transposed = batch.shapeTransposed(arrays, cancellation);
        WorkSpace.transpose(batch.signal, transposed, cancellation);
        Matrix gradient = weights.room(asked);
        kernel.product(
                Matrices.view(transposed),
                ScaledMatrix.of(batch.gradient()),
                Orientation.AS_STORED,
                null,
                gradient,
                cancellation);
        Formats.round(kernel, asked.format(), gradient, cancellation);
        return gradient;
    }

    /// Carries the gradient by a layer's pre-activations on to what went into it, which is the
    /// output of the layer before: g = δ · Wᵀ.
    ///
    /// @param batch its gradient is overwritten, its signal is unspecified afterwards
    /// @throws CancelledException if the work is no longer wanted; the gradient is as before
    /// @throws Refusal if a custom initializer fails
    public void throughWeights(LayerQuestion question, Batch batch, Cancellation cancellation) {
        WeightsQuestion asked = question.weights();
        ScaledMatrix drawn = weights.draw(asked, cancellation);
        Matrix into = Matrices.view(batch.shapeGradient(asked.fanIn(), arrays, cancellation));
        kernel.product(batch.gradient(), drawn, Orientation.TRANSPOSED, null, into, cancellation);
        Formats.round(kernel, asked.format(), into, cancellation);
        batch.stepGradientBack();
    }
}
