package dev.weightscope.network;

import dev.weightscope.kernel.ActivationLayer;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import org.ejml.data.FMatrixRMaj;

/// What a layer's weights see of the signal.
final class LayerInput {
    private LayerInput() {}

    /// The signal, or where a branch with a norm begins, that normalized.
    ///
    /// @param batch its signal is what comes to the layer
    /// @return samples × fanIn; not to be modified
    static Matrix of(
            LayerQuestion question,
            Batch batch,
            Kernel kernel,
            LargeArrays arrays,
            Cancellation cancellation) {
        if (!question.normalizesItsInput()) {
            return batch.signal();
        }
        FMatrixRMaj entering = batch.shapeEntering(arrays, cancellation);
        kernel.activate(
                new ActivationLayer(
                        question.normalization(),
                        Activation.of(ActivationFunction.LINEAR),
                        batch.signal(),
                        question.weights().format(),
                        Matrices.view(entering)),
                cancellation);
        return Matrices.view(entering);
    }
}
