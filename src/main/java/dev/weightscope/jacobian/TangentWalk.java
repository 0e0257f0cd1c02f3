package dev.weightscope.jacobian;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.linear.RowProduct;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.LayerRole;
import dev.weightscope.model.Normalization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// Samples on their way through the layers, some of them with their [Tangent].
///
/// Where the activation is a straight line on either side of 0 and nothing is normalized, a signal
/// may be held as a power of two times what stands in the array: one that explodes for hundreds of
/// layers still says which units are on.
final class TangentWalk {
    /// Samples that a thread carries through a layer at once.
    private static final int SHARE = 16;

    /// Largest magnitudes of signals are kept within 2^±this.
    private static final int MOST_EXPONENT = 256;

    private final Activation activation;
    private final Normalization normalization;
    private final Kernel kernel;
    private final boolean isHomogeneous;

    /// The place of the first sample that has a tangent.
    private final int first;

    private final long[] exponents;
    private double[][] signals;
    private double[][] skipping = {};
    private List<Tangent> tangents;
    private List<Tangent> skippingTangents = List.of();

    /// @param samples a row each; not modified
    /// @param first of those that get tangents
    /// @param count of those that get tangents
    TangentWalk(Experiment experiment, double[][] samples, int first, int count, Kernel kernel) {
        activation = experiment.activation();
        normalization = experiment.architecture().normalization();
        this.kernel = kernel;
        this.first = first;
        signals = samples;
        exponents = new long[samples.length];
        tangents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tangents.add(Tangent.ofInput(samples[0].length));
        }
        isHomogeneous =
                normalization == Normalization.NONE
                        && switch (activation.function()) {
                            case LINEAR, RELU, LEAKY_RELU -> true;
                            case TANH, SIGMOID, ELU, SELU, GELU, SILU -> false;
                            case SOFTPLUS, SOFTSIGN, MISH, HARDTANH, ERF -> false;
                        };
    }

    /// Of the layer of the last call; of each sample that has one.
    List<Tangent> tangents() {
        return tangents;
    }

    /// Of the layer of the last call; of any sample, divided by the power of two that it is held
    /// by.
    double[] signal(int sample) {
        return signals[sample];
    }

    /// Carries all through the next layer.
    ///
    /// @param weights a row for each unit in front; not modified
    /// @param weightRank that they have at most
    void through(
            LayerPlace place,
            double[][] weights,
            float[] bias,
            int weightRank,
            Cancellation cancellation) {
        LayerRole role = place.role();
        if (role.beginsBranch()) {
            skipping = signals;
            skippingTangents = tangents;
            normalize();
        }
        double[][] sums = product(weights, bias, cancellation);
        Activation own =
                role == LayerRole.LAST_OF_BRANCH
                        ? Activation.of(ActivationFunction.LINEAR)
                        : activation;
        if (role == LayerRole.PLAIN && normalization != Normalization.NONE) {
            double[] ones = new double[bias.length];
            Arrays.fill(ones, 1);
            each((tangent, _) -> tangent.through(weights, ones, weightRank, kernel, cancellation));
            signals = sums;
            normalize();
            each((tangent, signal) -> tangent.times(slopes(own, signal)));
        } else {
            signals = sums;
            each((tangent, signal) ->
                    tangent.through(
                            weights, slopes(own, signal), weightRank, kernel, cancellation));
        }
        signals = map(signals, signal -> values(own, signal));
        if (role.endsBranch()) {
            addSkipped(place.branchScale());
        }
        if (!role.isInsideBranch()) {
            tangents = tangents.stream().map(Tangent::balanced).toList();
            balance();
        }
    }

    @FunctionalInterface
    private interface Change {
        Tangent of(Tangent tangent, double[] signal);
    }

    private void each(Change change) {
        List<Tangent> changed = new ArrayList<>();
        for (int i = 0; i < tangents.size(); i++) {
            changed.add(change.of(tangents.get(i), signals[first + i]));
        }
        tangents = changed;
    }

    private static double[][] map(double[][] rows, UnaryOperator<double[]> change) {
        return Arrays.stream(rows).map(change).toArray(double[][]::new);
    }

    private void normalize() {
        switch (normalization) {
            case NONE -> {}
            case LAYER, RMS -> {
                each((tangent, signal) -> tangent.through(UnitNorm.of(normalization, signal)));
                signals = map(signals, signal -> UnitNorm.of(normalization, signal).values());
            }
            case BATCH -> {
                BatchStatistics statistics = BatchStatistics.of(signals);
                each((tangent, _) -> tangent.times(statistics.slopes()));
                signals = map(signals, statistics::apply);
            }
        }
    }

    private double[][] product(double[][] weights, float[] bias, Cancellation cancellation) {
        double[][] sums = new double[signals.length][bias.length];
        double[][] in = signals;
        kernel.share(
                Math.ceilDiv(in.length, SHARE),
                cancellation,
                task -> {
                    int from = task * SHARE;
                    int to = Math.min(in.length, from + SHARE);
                    RowProduct.add(
                            (sample, first, some, factors, at) ->
                                    System.arraycopy(in[sample], first, factors, at, some),
                            weights,
                            weights.length,
                            sums,
                            from,
                            to,
                            0,
                            bias.length,
                            cancellation);
                    for (int sample = from; sample < to; sample++) {
                        addBias(bias, exponents[sample], sums[sample]);
                    }
                });
        return sums;
    }

    private static void addBias(float[] bias, long exponent, double[] sums) {
        int shift = Math.clamp(-exponent, -4000, 4000);
        for (int unit = 0; unit < bias.length; unit++) {
            sums[unit] += shift == 0 ? bias[unit] : Math.scalb((double) bias[unit], shift);
        }
    }

    private static double[] slopes(Activation function, double[] signal) {
        return Arrays.stream(signal).map(function::slope).toArray();
    }

    private static double[] values(Activation function, double[] signal) {
        return Arrays.stream(signal).map(function::value).toArray();
    }

    private void addSkipped(double scale) {
        double[][] sums = new double[signals.length][];
        for (int sample = 0; sample < sums.length; sample++) {
            sums[sample] = skipping[sample].clone();
            for (int unit = 0; unit < sums[sample].length; unit++) {
                sums[sample][unit] += scale * signals[sample][unit];
            }
        }
        signals = sums;
        List<Tangent> joined = new ArrayList<>();
        for (int i = 0; i < tangents.size(); i++) {
            joined.add(skippingTangents.get(i).plus(scale, tangents.get(i)));
        }
        tangents = joined;
    }

    private void balance() {
        if (!isHomogeneous) {
            return;
        }
        for (int sample = 0; sample < signals.length; sample++) {
            double largest = Arrays.stream(signals[sample]).map(Math::abs).max().orElse(0);
            int shift = Math.getExponent(largest);
            if (largest > 0
                    && largest < Double.POSITIVE_INFINITY
                    && Math.abs(shift) > MOST_EXPONENT) {
                exponents[sample] += shift;
                signals[sample] =
                        Arrays.stream(signals[sample])
                                .map(value -> Math.scalb(value, -shift))
                                .toArray();
            }
        }
    }
}
