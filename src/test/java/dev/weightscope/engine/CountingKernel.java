package dev.weightscope.engine;

import dev.weightscope.kernel.ActivationGradient;
import dev.weightscope.kernel.ActivationLayer;
import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.DenseLayer;
import dev.weightscope.kernel.GradientLayer;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Moments;
import dev.weightscope.kernel.Orientation;
import dev.weightscope.kernel.PowerSums;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.ScaledMatrix;
import dev.weightscope.kernel.SmallLoops;
import dev.weightscope.kernel.Survey;
import dev.weightscope.kernel.Surveyed;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.kernel.ValueRange;
import dev.weightscope.kernel.WeightGradient;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.NumberFormat;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A kernel that counts what is asked of it.
final class CountingKernel implements Kernel {
    private final Kernel kernel = Kernels.scalar(1);
    long drawn;
    int products;

    /// Tensors of which the statistics are asked for; a layer that keeps no pre-activations is only
    /// passed through.
    int surveys;

    /// Counts from 0 again.
    void reset() {
        drawn = 0;
        products = 0;
        surveys = 0;
    }

    @Override
    public void product(
            Matrix a,
            ScaledMatrix b,
            Orientation orientation,
            float @Nullable [] bias,
            Matrix out,
            Cancellation cancellation) {
        products++;
        kernel.product(a, b, orientation, bias, out, cancellation);
    }

    @Override
    public DenseLayer.Answer layer(
            DenseLayer layer, @Nullable Bins outputBins, Cancellation cancellation) {
        products++;
        surveys += layer.preActivation() == null ? 0 : 2;
        return kernel.layer(layer, outputBins, cancellation);
    }

    @Override
    public DenseLayer.Answer layer(Surveyed surveyed, DenseLayer layer, Cancellation cancellation) {
        products++;
        surveys +=
                switch (surveyed) {
                    case BOTH -> layer.preActivation() == null ? 1 : 2;
                    case LAST -> 1;
                    case NONE -> 0;
                };
        return kernel.layer(surveyed, layer, cancellation);
    }

    @Override
    public GradientLayer.Answer layerBack(
            Surveyed surveyed, GradientLayer layer, Cancellation cancellation) {
        products++;
        surveys +=
                switch (surveyed) {
                    case BOTH -> layer.slope() == null ? 1 : 2;
                    case LAST -> layer.slope() == null ? 0 : 1;
                    case NONE -> 0;
                };
        return kernel.layerBack(surveyed, layer, cancellation);
    }

    @Override
    public GradientLayer.Answer layerBack(
            GradientLayer layer,
            @Nullable Bins outputBins,
            @Nullable Bins slopeBins,
            Cancellation cancellation) {
        products++;
        surveys += layer.slope() == null ? 1 : 2;
        return kernel.layerBack(layer, outputBins, slopeBins, cancellation);
    }

    @Override
    public Survey weightGradient(
            WeightGradient gradient, @Nullable Bins bins, Cancellation cancellation) {
        products++;
        surveys++;
        return kernel.weightGradient(gradient, bins, cancellation);
    }

    @Override
    public Survey activation(
            ActivationLayer layer, @Nullable Bins bins, Cancellation cancellation) {
        surveys++;
        return kernel.activation(layer, bins, cancellation);
    }

    @Override
    public void activate(ActivationLayer layer, Cancellation cancellation) {
        kernel.activate(layer, cancellation);
    }

    @Override
    public Survey activationBack(
            ActivationGradient gradient, @Nullable Bins bins, Cancellation cancellation) {
        surveys++;
        return kernel.activationBack(gradient, bins, cancellation);
    }

    @Override
    public void slope(
            Activation activation,
            float[] preActivation,
            float[] cotangent,
            int from,
            int to,
            Cancellation cancellation) {
        kernel.slope(activation, preActivation, cotangent, from, to, cancellation);
    }

    @Override
    public void scale(
            float factor, float[] in, float[] out, int from, int to, Cancellation cancellation) {
        kernel.scale(factor, in, out, from, to, cancellation);
    }

    @Override
    public long round(
            NumberFormat format,
            float[] in,
            float[] out,
            int from,
            int to,
            Cancellation cancellation) {
        return kernel.round(format, in, out, from, to, cancellation);
    }

    @Override
    public Moments moments(
            float[] values,
            int rows,
            int columns,
            ActivationFunction.Saturation saturation,
            Cancellation cancellation) {
        surveys++;
        return kernel.moments(values, rows, columns, saturation, cancellation);
    }

    @Override
    public Histogram histogram(float[] values, int length, Bins bins, Cancellation cancellation) {
        return kernel.histogram(values, length, bins, cancellation);
    }

    @Override
    public ValueRange range(float[] values, int length) {
        return kernel.range(values, length);
    }

    @Override
    public PowerSums powers(float[] values, int length, double center) {
        return kernel.powers(values, length, center);
    }

    @Override
    public void fill(
            UnitDraw draw,
            RandomStream stream,
            long firstElement,
            float[] out,
            int from,
            int to,
            Cancellation cancellation) {
        drawn += to - from;
        kernel.fill(draw, stream, firstElement, out, from, to, cancellation);
    }

    @Override
    public SmallLoops small() {
        return kernel.small();
    }

    @Override
    public int threads() {
        return kernel.threads();
    }

    @Override
    public Kernel onAtMost(int most) {
        return this;
    }

    @Override
    public void share(int tasks, Cancellation cancellation, IntConsumer task) {
        kernel.share(tasks, cancellation, task);
    }

    @Override
    public void whenChanged(Runnable listener) {
        kernel.whenChanged(listener);
    }

    @Override
    public String description() {
        return "counting " + kernel.description();
    }

    @Override
    public void prepare() {
        kernel.prepare();
    }

    @Override
    public void hurry() {
        kernel.hurry();
    }

    @Override
    public void close() {
        kernel.close();
    }
}
