package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.DenseLayer;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.model.LayerRole;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// Samples on their way through the layers, there and back, and all room that they need there. Used
/// again for every layer and every experiment: nothing of their size is allocated but where they
/// have to grow.
///
/// There are three arrays for plain layers, another where skips are, and one more where what enters
/// a branch is normalized. They change their places: what a step writes becomes what the next one
/// reads.
public final class Batch {
    /// How many arrays there are at most, each as long as the largest signal.
    static final int SIGNALS = 5;

    /// The way there: what goes into a layer. The way back: the same, of the layer that the
    /// gradient goes through; then the gradient by it.
    FMatrixRMaj signal = new FMatrixRMaj();

    /// The way there: of the last layer, unless a tape has them. The way back: the gradient.
    FMatrixRMaj preActivation = new FMatrixRMaj();

    /// The output of the next step.
    FMatrixRMaj next = new FMatrixRMaj();

    /// Beside a branch: what skips it, there; the gradient that skips it, back.
    FMatrixRMaj stream = new FMatrixRMaj();

    /// What enters a branch, normalized.
    final FMatrixRMaj entering = new FMatrixRMaj();

    /// The way back: which of them has the gradient by the output of the layer that it has come to.
    private FMatrixRMaj outputGradient = preActivation;

    /// The input after [ForwardPass#begin], the output after [ForwardPass#advance]: samples ×
    /// units.
    public Matrix signal() {
        return Matrices.view(signal);
    }

    /// Of the last layer that was surveyed and of which no tape has them: samples × fanOut.
    public Matrix preActivation() {
        return Matrices.view(preActivation);
    }

    /// The gradient by the output of the layer that the way back has come to, until it goes on:
    /// samples × fanOut.
    public Matrix outputGradient() {
        return Matrices.view(outputGradient);
    }

    /// The gradient by the pre-activations of that layer, once it is computed: samples × fanOut.
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
        long skips = question == null || !question.hasSkips() ? 0 : needed;
        long norms = question == null || !question.normalizesInputs() ? 0 : needed;
        return Stream.of(signal, preActivation, next)
                        .mapToLong(matrix -> WorkSpace.bytesBeyond(matrix, needed))
                        .sum()
                + WorkSpace.bytesBeyond(stream, skips)
                + WorkSpace.bytesBeyond(entering, norms);
    }

    /// Gives back all memory; the batch must start again with [ForwardPass#begin].
    public void release() {
        Stream.of(signal, preActivation, next, stream, entering).forEach(WorkSpace::release);
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

    /// As large as the signal.
    FMatrixRMaj shapeEntering(LargeArrays arrays, Cancellation cancellation) {
        WorkSpace.shape(entering, signal.numRows, signal.numCols, arrays, cancellation);
        return entering;
    }

    /// What a layer's output is added to.
    DenseLayer.@Nullable Residual residual(LayerQuestion question) {
        return switch (question.role()) {
            case PLAIN, FIRST_OF_BRANCH -> null;
            case WHOLE_BRANCH -> residual(signal, question);
            case LAST_OF_BRANCH -> residual(stream, question);
        };
    }

    private static DenseLayer.Residual residual(FMatrixRMaj values, LayerQuestion question) {
        return new DenseLayer.Residual(Matrices.view(values), (float) question.branchScale());
    }

    /// Makes the output of a layer the signal. Where the layer is the first of two in a branch,
    /// what was the signal becomes the stream beside them.
    void stepForward(LayerRole role) {
        FMatrixRMaj written = next;
        if (role == LayerRole.FIRST_OF_BRANCH) {
            next = stream;
            stream = signal;
        } else {
            next = signal;
        }
        signal = written;
    }

    /// Puts the batch in front of the layer that it was carried through last: what went into that
    /// is still there.
    public void stepBack(LayerRole role) {
        FMatrixRMaj written = signal;
        if (role == LayerRole.FIRST_OF_BRANCH) {
            signal = stream;
            stream = next;
        } else {
            signal = next;
        }
        next = written;
    }

    /// Begins the way back: the gradient is by the last layer's output.
    void beginGradient() {
        outputGradient = preActivation;
    }

    /// The gradient by the output, which is to skip the branch that ends here; in its place there
    /// is room for that by the pre-activations: what the stream had, or behind two layers, of whose
    /// branch the stream may still have what enters it ([#standInFrontOfBranch]), the next output.
    ///
    /// @param role ends a branch
    FMatrixRMaj holdGradient(LayerRole role, LargeArrays arrays, Cancellation cancellation) {
        FMatrixRMaj held = preActivation;
        if (role == LayerRole.LAST_OF_BRANCH) {
            WorkSpace.shape(next, held.numRows, held.numCols, arrays, cancellation);
            preActivation = next;
            next = stream;
        } else {
            WorkSpace.shape(stream, held.numRows, held.numCols, arrays, cancellation);
            preActivation = stream;
        }
        stream = held;
        return held;
    }

    /// Puts the batch in front of the branch between whose two layers it was carried, once the
    /// gradient has gone through the last of them.
    public void standInFrontOfBranch() {
        FMatrixRMaj free = signal;
        signal = next;
        next = free;
    }

    /// Where the gradient by what went into a layer is written: the signal's own array.
    FMatrixRMaj shapeInputGradient(int fanIn, LargeArrays arrays, Cancellation cancellation) {
        WorkSpace.shape(signal, preActivation.numRows, fanIn, arrays, cancellation);
        return signal;
    }

    /// Where the gradient by the pre-activations of the layer before is written.
    FMatrixRMaj shapeNextGradient(int fanIn, LargeArrays arrays, Cancellation cancellation) {
        WorkSpace.shape(next, preActivation.numRows, fanIn, arrays, cancellation);
        return next;
    }

    /// The gradient is now that in the signal's array, by the output of the layer before.
    void stepToInputGradient() {
        FMatrixRMaj written = signal;
        signal = preActivation;
        preActivation = written;
        outputGradient = written;
    }

    /// The gradient is now that in the place of the next output, by the output of the layer before.
    void stepToNextGradient() {
        FMatrixRMaj written = next;
        next = preActivation;
        preActivation = written;
        outputGradient = written;
    }

    /// The gradient is now that by the pre-activations of the layer before, and that by its output
    /// is in the signal's array.
    void stepThroughActivation() {
        stepToNextGradient();
        outputGradient = signal;
    }

    /// Lets the gradient by the output, which is in the signal's array, skip the branch that ends
    /// with the layer that the way back has come to.
    void letOutputGradientSkip() {
        FMatrixRMaj free = stream;
        stream = signal;
        signal = free;
    }
}
