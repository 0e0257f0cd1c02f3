package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.LargeArrays;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.model.Experiment;
import org.ejml.data.FMatrixRMaj;

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
        int widest = experiment.inputWidth();
        for (int layer = 1; layer <= experiment.depth(); layer++) {
            widest = Math.max(widest, experiment.fanOut(layer));
        }
        int elements = Math.multiplyExact(experiment.effectiveSamples(), widest);
        WorkSpace.reserve(signal, elements, arrays, cancellation);
        WorkSpace.reserve(preActivation, elements, arrays, cancellation);
        WorkSpace.reserve(next, elements, arrays, cancellation);
    }

    /// Where a layer of so many units is to write: the signal after [#stepForward].
    FMatrixRMaj shapeOutput(int fanOut) {
        next.reshape(signal.numRows, fanOut);
        return next;
    }

    /// Makes the output the signal.
    void stepForward() {
        FMatrixRMaj previous = signal;
        signal = next;
        next = previous;
    }
}
