package dev.weightscope.bench;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.ScaledMatrix;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import java.util.List;

/// Equal layers and the batch that goes through them.
///
/// @param batch samples
/// @param width units of each layer, and features of a sample
/// @param depth how many layers
/// @param unit the law of the weights, of unit scale
/// @param scale what the unit draws are multiplied by
record Layers(int batch, int width, int depth, UnitDraw unit, double scale, Activation activation) {
    /// 512 samples, 50 ReLU layers of 1024, He's normal law.
    static final Layers DEEP =
            new Layers(
                    512,
                    1024,
                    50,
                    new UnitDraw.Normal(),
                    Math.sqrt(2.0 / 1024),
                    Activation.of(ActivationFunction.RELU));

    Matrix newBatch() {
        return new Matrix(new float[batch * width], batch, width);
    }

    float[] newWeights() {
        return new float[width * width];
    }

    /// Draws the standard normal input.
    ///
    /// @param out overwritten
    void drawBatch(Kernel kernel, long seed, Matrix out) {
        drawNormal(kernel, new RandomStream(seed, 0, Purpose.INPUT), out);
    }

    private static void drawNormal(Kernel kernel, RandomStream stream, Matrix out) {
        kernel.fill(
                new UnitDraw.Normal(), stream, 0, out.values(), 0, out.size(), Cancellation.NEVER);
    }

    /// Draws the weights of all layers into arrays of their own.
    ///
    /// @param kept overwritten; the arrays are made where they are missing
    void drawWeights(Kernel kernel, long seed, List<float[]> kept) {
        for (int layer = 1; layer <= depth; layer++) {
            if (kept.size() < layer) {
                kept.add(newWeights());
            }
            drawWeights(kernel, seed, layer, kept.get(layer - 1));
        }
    }

    /// Draws a layer's weights, of unit scale.
    ///
    /// @param layer counted from 1
    /// @param out overwritten
    void drawWeights(Kernel kernel, long seed, int layer, float[] out) {
        kernel.fill(
                unit,
                new RandomStream(seed, layer, Purpose.WEIGHTS),
                0,
                out,
                0,
                out.length,
                Cancellation.NEVER);
    }

    /// An array of unit draws as the weights that they stand for.
    ScaledMatrix weights(float[] unitDraws, float gain) {
        return new ScaledMatrix(new Matrix(unitDraws, width, width), (float) (scale * gain));
    }
}
