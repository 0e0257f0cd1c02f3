package dev.weightscope.kernel;

import dev.weightscope.model.Activation;

/// The form on the Vector API, of the same bits as [ScalarKernel], in vectors of any width. Made
/// only where the module `jdk.incubator.vector` is present: see [Kernels].
final class VectorKernel extends TiledKernel {
    /// @param threads at least 1, the calling one included
    VectorKernel(int threads) {
        super("vector of " + VectorFunctions.LANES + " lanes", threads);
    }

    @Override
    void multiply(Product product, int tile, Cancellation cancellation) {
        VectorProduct.compute(product, tile, cancellation);
    }

    @Override
    void apply(Activation activation, float[] in, float[] out, int from, int to) {
        VectorActivations.apply(activation, in, out, from, to);
    }

    @Override
    MomentsBlock block(float[] values, int stride, int width, Counts.Bounds bounds) {
        return new VectorMomentsBlock(values, stride, width, bounds);
    }

    @Override
    void count(HistogramCounter counter, float[] values, int from, int to) {
        counter.count(values, from, to);
    }

    @Override
    RandomFill draws() {
        return new VectorRandomFill();
    }
}
