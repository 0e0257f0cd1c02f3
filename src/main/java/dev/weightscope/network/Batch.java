package dev.weightscope.network;

import dev.weightscope.kernel.Matrix;
import dev.weightscope.model.Experiment;
import org.ejml.data.FMatrixRMaj;

/// Samples on their way through the layers: the signal, and what the last activation was applied
/// to. Used again for every layer and every experiment: nothing of their size is allocated but
/// where they have to grow.
public final class Batch {
    FMatrixRMaj signal = new FMatrixRMaj();
    FMatrixRMaj preActivation = new FMatrixRMaj();

    /// The input after [ForwardPass#begin], the activation after [ForwardPass#advance]: samples ×
    /// units.
    public Matrix signal() {
        return Matrices.view(signal);
    }

    /// Of the last layer: samples × fanOut.
    public Matrix preActivation() {
        return Matrices.view(preActivation);
    }

    /// Makes room for the widest layer of an experiment.
    void reserve(Experiment experiment) {
        int widest = experiment.inputWidth();
        for (int layer = 1; layer <= experiment.depth(); layer++) {
            widest = Math.max(widest, experiment.fanOut(layer));
        }
        int elements = Math.multiplyExact(experiment.effectiveSamples(), widest);
        signal = WorkSpace.withRoom(signal, elements);
        preActivation = WorkSpace.withRoom(preActivation, elements);
    }
}
