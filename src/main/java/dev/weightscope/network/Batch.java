package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.model.Experiment;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// Samples on their way through the layers: the signal, what the last activation was applied to,
/// and room for what the next layer makes of it. Used again for every layer and every experiment:
/// nothing of their size is allocated but where they have to grow.
public final class Batch {
    FMatrixRMaj signal = new FMatrixRMaj();
    final FMatrixRMaj preActivation = new FMatrixRMaj();
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

    /// Makes room for the widest layer of an experiment.
    ///
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    void reserve(Experiment experiment, LargeArrays arrays, Cancellation cancellation) {
        int elements = largest(experiment);
        WorkSpace.reserve(signal, elements, arrays, cancellation);
        WorkSpace.reserve(preActivation, elements, arrays, cancellation);
        WorkSpace.reserve(next, elements, arrays, cancellation);
    }

    /// How much more there is than an experiment asks for, left by one that asked for more.
    ///
    /// @param experiment null for one that asks for nothing
    public long bytesBeyond(@Nullable Experiment experiment) {
        long wanted = experiment == null ? 0 : largest(experiment);
        return Stream.of(signal, preActivation, next)
                .mapToLong(matrix -> WorkSpace.bytesBeyond(matrix, wanted))
                .sum();
    }

    /// Gives back all memory; the batch stands nowhere then.
    public void release() {
        Stream.of(signal, preActivation, next).forEach(WorkSpace::release);
    }

    /// How long the arrays are that an experiment's samples may ask for.
    static List<Integer> lengths(Experiment experiment) {
        int input = Math.multiplyExact(experiment.effectiveSamples(), experiment.inputWidth());
        return List.of(input, largest(experiment));
    }

    private static int largest(Experiment experiment) {
        int widest = experiment.inputWidth();
        for (int layer = 1; layer <= experiment.depth(); layer++) {
            widest = Math.max(widest, experiment.fanOut(layer));
        }
        return Math.multiplyExact(experiment.effectiveSamples(), widest);
    }

    /// Where a layer of so many units is to write: the signal after [#stepForward]. It grows where
    /// an experiment with wider layers goes on from the signal of the one before.
    FMatrixRMaj shapeOutput(int fanOut, LargeArrays arrays, Cancellation cancellation) {
        WorkSpace.shape(next, signal.numRows, fanOut, arrays, cancellation);
        return next;
    }

    void shapePreActivation(int fanOut, LargeArrays arrays, Cancellation cancellation) {
        WorkSpace.shape(preActivation, signal.numRows, fanOut, arrays, cancellation);
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
