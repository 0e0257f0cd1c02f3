package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Matrix;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// Samples on their way through the layers: the signal, what the last activation was applied to,
/// and room for what the next layer makes of it. On the way back a gradient takes the place of the
/// pre-activations. Used again for every layer and every experiment: nothing of their size is
/// allocated but where they have to grow.
public final class Batch {
    FMatrixRMaj signal = new FMatrixRMaj();
    FMatrixRMaj preActivation = new FMatrixRMaj();
    private FMatrixRMaj next = new FMatrixRMaj();

    /// The input after [ForwardPass#begin], the activation after [ForwardPass#advance]: samples ×
    /// units.
    public Matrix signal() {
        return Matrices.view(signal);
    }

    /// Of the last layer, unless it was only passed through: samples × fanOut.
    public Matrix preActivation() {
        return Matrices.view(preActivation);
    }

    /// On the way back, by the activations or the pre-activations of a layer: samples × units. It
    /// is in the place of the [#preActivation].
    public Matrix gradient() {
        return Matrices.view(preActivation);
    }

    /// Makes room.
    ///
    /// @param elements of the largest signal to come
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    void reserve(int elements, LargeArrays arrays, Cancellation cancellation) {
        WorkSpace.reserve(signal, elements, arrays, cancellation);
        WorkSpace.reserve(preActivation, elements, arrays, cancellation);
        WorkSpace.reserve(next, elements, arrays, cancellation);
    }

    /// Bytes allocated beyond what a pass needs.
    ///
    /// @param question null for no pass at all
    public long bytesBeyond(@Nullable PassQuestion question) {
        long needed = question == null ? 0 : question.largestSignal();
        return Stream.of(signal, preActivation, next)
                .mapToLong(matrix -> WorkSpace.bytesBeyond(matrix, needed))
                .sum();
    }

    /// Gives back all memory; the batch must start again with [ForwardPass#begin].
    public void release() {
        Stream.of(signal, preActivation, next).forEach(WorkSpace::release);
    }

    /// Where a layer of so many units is to write: the signal after [#stepForward]. It grows where
    /// an experiment with wider layers goes on from the signal of the one before.
    FMatrixRMaj shapeOutput(int fanOut, LargeArrays arrays, Cancellation cancellation) {
        WorkSpace.shape(next, signal.numRows, fanOut, arrays, cancellation);
        return next;
    }

    FMatrixRMaj shapePreActivation(int fanOut, LargeArrays arrays, Cancellation cancellation) {
        WorkSpace.shape(preActivation, signal.numRows, fanOut, arrays, cancellation);
        return preActivation;
    }

    /// Room for the signal's transpose.
    FMatrixRMaj shapeTransposed(LargeArrays arrays, Cancellation cancellation) {
        WorkSpace.shape(next, signal.numCols, signal.numRows, arrays, cancellation);
        return next;
    }

    /// Where the gradient by what went into a layer is to be written: the gradient after
    /// [#stepGradientBack]. It is the signal's own array.
    FMatrixRMaj shapeGradient(int fanIn, LargeArrays arrays, Cancellation cancellation) {
        WorkSpace.shape(signal, preActivation.numRows, fanIn, arrays, cancellation);
        return signal;
    }

    /// Makes the gradient what was written last; the signal is unspecified then.
    void stepGradientBack() {
        FMatrixRMaj previous = preActivation;
        preActivation = signal;
        signal = previous;
    }

    /// Makes the output the signal.
    void stepForward() {
        exchange();
    }

    /// Puts the batch in front of the layer that it was carried through last: what went into that
    /// is still there.
    public void stepBack() {
        exchange();
    }

    private void exchange() {
        FMatrixRMaj previous = signal;
        signal = next;
        next = previous;
    }
}
