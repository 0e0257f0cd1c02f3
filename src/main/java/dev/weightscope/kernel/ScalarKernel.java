package dev.weightscope.kernel;

import dev.weightscope.model.Activation;

/// The plain form: the definition of every bit.
public final class ScalarKernel extends TiledKernel {
    /// As many threads as there are processors.
    public ScalarKernel() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /// @param threads at least 1, the calling one included
    public ScalarKernel(int threads) {
        this("scalar", threads);
    }

    /// @param form what to call it, with the reason why it was chosen
    ScalarKernel(String form, int threads) {
        super(form, threads);
    }

    @Override
    void multiply(Product product, int tile, Cancellation cancellation) {
        product.compute(tile, cancellation);
    }

    @Override
    void apply(Activation activation, float[] in, float[] out, int from, int to) {
        Activations.apply(activation, in, out, from, to);
    }

    @Override
    MomentsBlock block(float[] values, int stride, int width, Counts.Bounds bounds) {
        return new MomentsBlock(values, stride, width, bounds);
    }

    @Override
    void count(HistogramCounter counter, float[] values, int from, int to) {
        counter.count(values, from, to);
    }

    @Override
    RandomFill draws() {
        return new RandomFill();
    }
}
