package dev.weightscope.bench;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.ScaledMatrix;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.model.Activation;

/// Equal layers and the batch that goes through them.
///
/// @param batch samples
/// @param width units of each layer, and features of a sample
/// @param depth how many layers
/// @param unit the law of the weights, of unit scale
/// @param scale what the unit draws are multiplied by
record Layers(int batch, int width, int depth, UnitDraw unit, double scale, Activation activation) {
    int batchElements() {
        return batch * width;
    }

    int weightElements() {
        return width * width;
    }

    /// Fills an array with a standard normal batch, batch × width.
    void drawBatch(Kernel kernel, long seed, float[] out) {
        kernel.fill(
                new UnitDraw.Normal(),
                new RandomStream(seed, 0, Purpose.INPUT),
                0,
                out,
                0,
                batchElements(),
                Cancellation.NEVER);
    }

    /// Fills an array with the unit draws of a layer's weights, width × width.
    ///
    /// @param layer counted from 1
    void drawWeights(Kernel kernel, long seed, int layer, float[] out) {
        kernel.fill(
                unit,
                new RandomStream(seed, layer, Purpose.WEIGHTS),
                0,
                out,
                0,
                weightElements(),
                Cancellation.NEVER);
    }

    /// An array that holds a batch of samples.
    Matrix batch(float[] values) {
        return new Matrix(values, batch, width);
    }

    /// An array of unit draws as the weights that they stand for.
    ScaledMatrix weights(float[] unitDraws, float gain) {
        return new ScaledMatrix(new Matrix(unitDraws, width, width), (float) (scale * gain));
    }
}
