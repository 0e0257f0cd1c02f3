package dev.weightscope.kernel;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.NumberFormat;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The hot loops.
///
/// Matrices are row-major `float[]` with their rows and columns beside them, as the data of EJML's
/// `FMatrixRMaj`; an array may be longer than its matrix. Every result is the same, bit for bit,
/// for any number of threads. Infinities and NaNs are values like any other.
///
/// A call checks its [Cancellation] between blocks of at most some milliseconds of work and ends
/// with a [CancelledException] if it is cancelled; what it was to write is then unspecified. A
/// kernel may be used by several threads at once, on arrays that do not overlap.
public interface Kernel extends AutoCloseable {
    /// out = a · b + bias, with bᵀ in the place of b where it is transposed.
    ///
    /// Each element of b is scaled and rounded to float first; each sum is taken over ascending k
    /// from 0 with fused multiply-add, and the bias of its column added last.
    ///
    /// @param a rows × inner; not modified
    /// @param b inner × columns, or columns × inner where it is transposed; not modified
    /// @param bias one for each column, or null for none; not modified
    /// @param out rows × columns; overwritten; not `a` or `b`
    /// @throws IllegalArgumentException if the shapes do not fit together
    void product(
            Matrix a,
            ScaledMatrix b,
            Orientation orientation,
            float @Nullable [] bias,
            Matrix out,
            Cancellation cancellation);

    /// Computes a layer and surveys what it wrote: the same as the product with the bias, the
    /// activation, the moments and the histogram one after the other, bit for bit, but each tile of
    /// the batch goes through all of them while it is in the cache.
    ///
    /// @param layer its outputs are overwritten
    /// @param outputBins of the output's histogram, where they are known beforehand; null for none
    /// @throws IllegalArgumentException if the shapes do not fit together
    DenseLayer.Answer layer(DenseLayer layer, @Nullable Bins outputBins, Cancellation cancellation);

    /// The same layer, without a histogram.
    ///
    /// @param surveyed which of z and y are looked at
    /// @param layer its outputs are overwritten
    DenseLayer.Answer layer(Surveyed surveyed, DenseLayer layer, Cancellation cancellation);

    /// Carries a gradient back through a layer's weights and the activation in front of it, and
    /// surveys both results: the same as the product, the sum with the residual, the rounding, the
    /// slope and the surveys one after the other, bit for bit, but each tile goes through all of
    /// them while it is in the cache.
    ///
    /// @param layer its outputs are overwritten
    /// @param outputBins of the histogram of g, where they are known beforehand; null for none
    /// @param slopeBins of the histogram of δ′, where they are known beforehand; null for none
    GradientLayer.Answer layerBack(
            GradientLayer layer,
            @Nullable Bins outputBins,
            @Nullable Bins slopeBins,
            Cancellation cancellation);

    /// The same way back, without histograms.
    ///
    /// @param surveyed which of g and δ′ are looked at; where there is no δ′, [Surveyed#LAST] is
    ///   neither
    /// @param layer its outputs are overwritten
    GradientLayer.Answer layerBack(
            Surveyed surveyed, GradientLayer layer, Cancellation cancellation);

    /// Computes the gradient by a layer's weights and surveys it.
    ///
    /// @param gradient its output is overwritten
    /// @param bins of the histogram, where they are known beforehand; null for none
    Survey weightGradient(WeightGradient gradient, @Nullable Bins bins, Cancellation cancellation);

    /// Normalizes and activates, and surveys the result.
    ///
    /// @param layer its output is overwritten
    /// @param bins of the histogram, where they are known beforehand; null for none
    Survey activation(ActivationLayer layer, @Nullable Bins bins, Cancellation cancellation);

    /// Normalizes and activates alone: for values that nobody looks at, or that are computed again.
    ///
    /// @param layer its output is overwritten
    void activate(ActivationLayer layer, Cancellation cancellation);

    /// Carries a gradient back through an activation and the normalization in front of it, and
    /// surveys the result.
    ///
    /// @param gradient its output is overwritten
    /// @param bins of the histogram, where they are known beforehand; null for none
    Survey activationBack(
            ActivationGradient gradient, @Nullable Bins bins, Cancellation cancellation);

    /// `cotangent[i] *= φ′(preActivation[i])` for i in from..to−1: the backward pass through an
    /// activation. The slopes are those of [Activation#slope], by routines of our own.
    ///
    /// @param preActivation what the activation was applied to; not modified
    /// @param cotangent the gradient by the activations before, by the pre-activations after;
    ///   overwritten in from..to−1; not `preActivation`
    void slope(
            Activation activation,
            float[] preActivation,
            float[] cotangent,
            int from,
            int to,
            Cancellation cancellation);

    /// `out[i] = factor · in[i]` for i in from..to−1.
    ///
    /// @param in not modified, unless it is `out`
    /// @param out overwritten in from..to−1; may be `in`
    void scale(float factor, float[] in, float[] out, int from, int to, Cancellation cancellation);

    /// `out[i]` = the value of a number format that is nearest to `in[i]`, of two equally near ones
    /// the even one, for i in from..to−1. From [NumberFormat#overflowsFrom] on that is infinity; a
    /// NaN stays one.
    ///
    /// @param in not modified, unless it is `out`
    /// @param out overwritten in from..to−1; may be `in`
    /// @return how many values other than 0 became 0
    long round(
            NumberFormat format,
            float[] in,
            float[] out,
            int from,
            int to,
            Cancellation cancellation);

    /// The moments and counts of a matrix, as [Moments] defines them.
    ///
    /// @param values rows × columns; not modified
    /// @param saturation what "saturated" means; unbounded for values that are no activations
    Moments moments(
            float[] values,
            int rows,
            int columns,
            ActivationFunction.Saturation saturation,
            Cancellation cancellation);

    /// Counts values into equal bins.
    ///
    /// A value within their low..high, which is tested exactly, falls into bin ⌊(value − low) ·
    /// (count / (high − low))⌋, at most count − 1: `high` itself lies in the last bin. That is
    /// computed in float, as the distance from the number of the range that is nearest to 0: a
    /// value whose distance to an edge is less than 2⁻²² of the range may lie on either side of it.
    /// Yet where 0 is an edge, negative values, save some subnormal ones, lie below it and others
    /// above.
    ///
    /// @param values not modified; the first `length` are counted
    Histogram histogram(float[] values, int length, Bins bins, Cancellation cancellation);

    /// Where values lie; on the calling thread.
    ///
    /// @param values not modified; the first `length` are looked at
    ValueRange range(float[] values, int length);

    /// Sums of powers of the distances from a center; on the calling thread.
    ///
    /// @param values not modified; the first `length` are summed, all finite
    PowerSums powers(float[] values, int length, double center);

    /// Fills `out[from..to−1]` with the elements firstElement, firstElement + 1, … of a stream's
    /// draws. An element depends on stream, draw and its own number alone, so any cut of a range
    /// gives the same values.
    ///
    /// @param firstElement at least 0
    /// @param out overwritten in from..to−1
    void fill(
            UnitDraw draw,
            RandomStream stream,
            long firstElement,
            float[] out,
            int from,
            int to,
            Cancellation cancellation);

    /// Loops for matrices that are too small for the calls above, in the form that is in use now.
    SmallLoops small();

    /// How many threads compute, the calling one included.
    int threads();

    /// The same kernel on fewer threads, where others are to be left a processor. Closing either
    /// closes both.
    ///
    /// @param most threads of each of its calls, at least 1, the calling one included
    Kernel onAtMost(int most);

    /// Runs task 0..tasks−1, each once, on the kernel's threads, the calling one among them, and
    /// returns when all have ended. A task may call the kernel again; so may it this.
    ///
    /// @param task called by several threads at once; must not depend on their number
    /// @throws CancelledException if the work was cancelled before its last task, or a task was
    void share(int tasks, Cancellation cancellation, IntConsumer task);

    /// The form and the threads in use, for people: `scalar, 2 threads`. Of the calls above or of
    /// the small loops, whichever were used last.
    String description();

    /// @param listener called whenever the form may have changed, on any thread
    void whenChanged(Runnable listener);

    /// Says that nothing urgent is left to compute: what makes later calls faster is made ready
    /// now, and not only after some time. Again changes nothing.
    void prepare();

    /// Says that work of many seconds is under way: from the next call on, loops are those that are
    /// fastest in the end, though slow until the JVM has compiled them. The few that the work uses
    /// are compiled sooner than all, which nothing has made ready in the background any more. Again
    /// changes nothing.
    void hurry();

    /// Ends the threads. A call in progress goes on in its caller's thread, and so does any later
    /// one; closing again does nothing.
    @Override
    void close();
}
