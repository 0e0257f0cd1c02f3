package dev.weightscope.chart;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Skip;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Snapshots of small networks, computed the plain way, for tests of what is drawn.
public final class SampleSnapshots {
    private static final int BINS = 50;

    private SampleSnapshots() {}

    /// Ten tanh layers with variance-preserving weights.
    public static Snapshot tanh() {
        return tanh(10, 1);
    }

    public static Snapshot tanh(int depth, double gain) {
        return network(ActivationFunction.TANH, depth, 64, 200, gain / 8, 1);
    }

    /// [#tanh] of an experiment whose layers are in branches of two; its numbers are those without.
    public static Snapshot inBranchesOfTwo(int depth) {
        Snapshot plain = tanh(depth, 1);
        return new Snapshot(
                plain.experiment().withSkip(Skip.TWO),
                plain.samples(),
                plain.input(),
                plain.layers(),
                plain.elapsed());
    }

    public static Snapshot relu() {
        return network(ActivationFunction.RELU, 10, 64, 200, Math.sqrt(2.0 / 64), 1);
    }

    /// A linear chain whose values overflow float32, become infinite, then NaN.
    public static Snapshot exploding() {
        return network(ActivationFunction.LINEAR, 60, 64, 8, 1, 1);
    }

    /// A linear chain that reaches exact zeros.
    public static Snapshot vanishing() {
        return network(ActivationFunction.LINEAR, 60, 64, 8, 0.01, 0.01);
    }

    public static Snapshot deep() {
        return tanh(100, 1);
    }

    public static Snapshot oneLayer() {
        return tanh(1, 1);
    }

    public static Snapshot thousandLayers() {
        return network(ActivationFunction.TANH, 1000, 16, 40, 1.05 / 4, 1);
    }

    public static Snapshot allNan() {
        return network(ActivationFunction.LINEAR, 6, 16, 10, Double.NaN, 1);
    }

    public static Snapshot zeros() {
        return network(ActivationFunction.TANH, 10, 64, 50, 0, 1);
    }

    /// A network of dense layers with normal weights of a std.
    public static Snapshot network(
            ActivationFunction function,
            int depth,
            int width,
            int samples,
            double weightStd,
            double inputScale) {
        Random random = new Random(42);
        float[] values = normal(random, samples * width, inputScale);
        TensorStatistics input = statistics(values, width, -5, 5);
        boolean isBounded = function.saturation().isBounded();
        List<LayerStatistics> layers = new ArrayList<>();
        Activation activation = Activation.of(function);
        for (int layer = 1; layer <= depth; layer++) {
            float[] weights = normal(random, width * width, weightStd);
            float[] pre = product(values, weights, width);
            values = new float[pre.length];
            for (int i = 0; i < pre.length; i++) {
                values[i] = (float) activation.value(pre[i]);
            }
            layers.add(
                    new LayerStatistics(
                            layer,
                            width,
                            width,
                            LayerStatistics.forward(
                                    statistics(weights, width, Double.NaN, Double.NaN),
                                    statistics(pre, width, Double.NaN, Double.NaN),
                                    statistics(
                                            values,
                                            width,
                                            isBounded ? function.saturation().low() : Double.NaN,
                                            function.saturation().high())),
                            0,
                            0));
        }
        Experiment experiment =
                Experiment.DEFAULT
                        .withWidths(new LayerWidths.Same(depth, width))
                        .withSamples(samples)
                        .withInputScale(inputScale)
                        .withActivation(activation);
        return new Snapshot(experiment, samples, input, layers, Duration.ofMillis(21));
    }

    private static float[] normal(Random random, int count, double std) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * std);
        }
        return values;
    }

    private static float[] product(float[] values, float[] weights, int width) {
        float[] result = new float[values.length];
        for (int row = 0; row < values.length / width; row++) {
            for (int k = 0; k < width; k++) {
                float value = values[row * width + k];
                for (int column = 0; column < width; column++) {
                    result[row * width + column] += value * weights[k * width + column];
                }
            }
        }
        return result;
    }

    /// @param low of the histogram; NaN for the smallest finite value to the largest
    public static TensorStatistics statistics(float[] values, int units, double low, double high) {
        double sum = 0;
        double squares = 0;
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        double finiteLow = Double.POSITIVE_INFINITY;
        double finiteHigh = Double.NEGATIVE_INFINITY;
        long infinite = 0;
        long nan = 0;
        long zeros = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
            infinite += Float.isInfinite(value) ? 1 : 0;
            nan += Float.isNaN(value) ? 1 : 0;
            zeros += value == 0 ? 1 : 0;
            if (!Float.isNaN(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
            if (Float.isFinite(value)) {
                finiteLow = Math.min(finiteLow, value);
                finiteHigh = Math.max(finiteHigh, value);
            }
        }
        double mean = sum / values.length;
        double rms = Math.sqrt(squares / values.length);
        double std = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
        if (infinite > 0 && nan == 0) {
            std = Double.POSITIVE_INFINITY;
        }
        boolean isGiven = !Double.isNaN(low);
        double from = isGiven ? low : finiteLow;
        double to = isGiven ? high : finiteHigh;
        return new TensorStatistics(
                values.length,
                mean,
                std,
                rms,
                std * (1 - 1.0 / units),
                min,
                max,
                (double) zeros / values.length,
                0,
                infinite,
                nan,
                histogram(values, from < to ? from : 0, from < to ? to : 0));
    }

    private static Histogram histogram(float[] values, double low, double high) {
        long[] counts = new long[BINS];
        long below = 0;
        long above = 0;
        long notFinite = 0;
        for (float value : values) {
            if (!Float.isFinite(value)) {
                notFinite++;
            } else if (value < low) {
                below++;
            } else if (value > high) {
                above++;
            } else {
                double place = high > low ? (value - low) / (high - low) * BINS : 0;
                counts[Math.min(BINS - 1, (int) place)]++;
            }
        }
        return new Histogram(low, high, counts, below, above, notFinite);
    }
}
