package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.ScaledMatrix;
import dev.weightscope.model.Law;
import dev.weightscope.model.NumberFormat;
import org.ejml.data.FMatrixRMaj;

/// The product's draws of one law after the other, for tests of what is said of them.
public final class DrawnWeights implements AutoCloseable {
    private final Kernel kernel = Kernels.scalar(1);
    private final WeightSampler sampler =
            new WeightSampler(kernel, new UnitDraws(kernel, new LargeArrays()));

    /// @return fanIn × fanOut, row by row
    public float[] draw(Law law, long seed, int fanIn, int fanOut) {
        FMatrixRMaj out = new FMatrixRMaj(fanIn, fanOut);
        ScaledMatrix drawn =
                sampler.weights(
                        new WeightsQuestion(1, fanIn, fanOut, law, seed, NumberFormat.FLOAT32),
                        out,
                        Cancellation.NEVER);
        float[] weights = new float[fanIn * fanOut];
        kernel.scale(
                drawn.factor(),
                drawn.matrix().values(),
                weights,
                0,
                weights.length,
                Cancellation.NEVER);
        return weights;
    }

    @Override
    public void close() {
        kernel.close();
    }
}
