package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.ScaledMatrix;
import dev.weightscope.model.Law;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Refusal;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// The weights and biases of one layer at a time, in one matrix that is used again for every layer
/// and every pass; the draws behind them are kept within a budget.
///
/// Not for use by several threads at once.
public final class LayerWeights {
    private static final Law NO_BIAS = new Law.Constant(0);

    private final Kernel kernel;
    private final LargeArrays arrays;
    private final WeightSampler sampler;
    private final FMatrixRMaj weights = new FMatrixRMaj();
    private final FMatrixRMaj bias = new FMatrixRMaj();

    /// Of the last layer; null while there are none that could be relied on.
    private @Nullable ScaledMatrix inUse;

    private long flushed;

    LayerWeights(Kernel kernel, UnitDraws unitDraws, LargeArrays arrays) {
        this.kernel = kernel;
        this.arrays = arrays;
        this.sampler = new WeightSampler(kernel, unitDraws);
    }

    /// Makes room for the largest matrix of a pass.
    ///
    /// @throws CancelledException if the work is no longer wanted
    void prepare(PassQuestion question, Cancellation cancellation) {
        WorkSpace.reserve(weights, question.mostWeights(), arrays, cancellation);
    }

    long bytesBeyond(PassQuestion question) {
        return WorkSpace.bytesBeyond(weights, question.mostWeights());
    }

    /// Gives back the matrix.
    void release() {
        forget();
        WorkSpace.release(weights);
    }

    /// The weights are gone until the next [#draw].
    void forget() {
        inUse = null;
    }

    /// Draws a layer's weights, in its number format.
    ///
    /// @return fanIn × fanOut, as a product takes them; not to be modified
    /// @throws CancelledException if the work is no longer wanted; the weights are gone then
    /// @throws Refusal if a custom initializer fails
    ScaledMatrix draw(WeightsQuestion question, Cancellation cancellation) {
        forget();
        weights.reshape(question.fanIn(), question.fanOut());
        ScaledMatrix drawn = sampler.weights(question, weights, cancellation);
        flushed = 0;
        if (question.format() != NumberFormat.FLOAT32) {
            Matrix scaled = scaled(drawn, cancellation);
            flushed = Formats.round(kernel, question.format(), scaled, cancellation);
            drawn = ScaledMatrix.of(scaled);
        }
        inUse = drawn;
        return drawn;
    }

    /// Draws a layer's biases, in its number format.
    ///
    /// @return one for each unit, not to be modified; null where all are 0
    /// @throws Refusal as [#draw]
    float @Nullable [] bias(LayerQuestion question, Cancellation cancellation) {
        if (question.bias().equals(NO_BIAS)) {
            return null;
        }
        WeightsQuestion asked = question.weights();
        bias.reshape(1, asked.fanOut());
        sampler.bias(question, bias, cancellation);
        Formats.round(kernel, asked.format(), Matrices.view(bias), cancellation);
        return bias.data;
    }

    /// Room for what is to be computed of a layer in the place of its weights, which are gone then.
    ///
    /// @param inputs of how many of the layer's first inputs
    /// @return inputs × fanOut, of any values
    Matrix room(WeightsQuestion question, int inputs) {
        forget();
        weights.reshape(inputs, question.fanOut());
        return Matrices.view(weights);
    }

    /// What was computed in the [#room]: inputs × fanOut.
    Matrix inRoom() {
        return Matrices.view(weights);
    }

    /// Of the last layer that was computed: fanIn × fanOut, as a product takes them; not to be
    /// modified.
    ///
    /// @throws IllegalStateException if no layer was computed since the pass was prepared, or the
    ///   weights are gone
    public ScaledMatrix drawn() {
        if (inUse == null) {
            throw new IllegalStateException("there are no weights before a layer is computed");
        }
        return inUse;
    }

    /// [#drawn] with the factor multiplied in, in an array of their own.
    ///
    /// @throws CancelledException if the work is no longer wanted; the weights are gone then
    /// @throws IllegalStateException as [#drawn]
    public Matrix multiplied(Cancellation cancellation) {
        ScaledMatrix drawn = drawn();
        forget(); // half of them may be scaled when it is cancelled
        Matrix scaled = scaled(drawn, cancellation);
        inUse = ScaledMatrix.of(scaled);
        return scaled;
    }

    /// How many of the weights are 0 only because the number format holds nothing so small.
    public long flushed() {
        return flushed;
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
}
