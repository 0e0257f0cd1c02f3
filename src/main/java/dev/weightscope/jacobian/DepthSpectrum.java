package dev.weightscope.jacobian;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The singular values of the Jacobian of one layer's output by the input, of all inputs that were
/// looked at together. Does not change.
///
/// Each input has as many as the shorter side of its matrix. They may be out of the range of double
/// in very deep networks; what is said as a logarithm never is.
public final class DepthSpectrum {
    private static final double LOG10_OF_2 = Math.log10(2);

    private final int depth;
    private final int inputs;
    private final double[] values;
    private final long exponent;
    private final int zeros;
    private final double rounding;
    private final double condition;

    /// @param values of each input, descending, with zeros at the end; not copied
    /// @param exponents of each input: the true values are 2^exponent times as large
    /// @param ranks of each input, how many may differ from 0
    /// @param longer side of the matrices
    DepthSpectrum(int depth, double[][] values, long[] exponents, int[] ranks, int longer) {
        this.depth = depth;
        inputs = values.length;
        exponent = Arrays.stream(exponents).max().orElseThrow();
        int each = values[0].length;
        zeros = inputs * each - Arrays.stream(ranks).sum();
        double ulps = 0x1p-52 * Math.sqrt(longer);
        double[] all = new double[inputs * each];
        double worst = 0;
        double ofLargest = 0;
        for (int input = 0; input < inputs; input++) {
            int shift = (int) Math.max(-4000, exponents[input] - exponent);
            double largest = each == 0 ? 0 : values[input][0];
            double smallest = each == 0 ? 0 : values[input][each - 1];
            worst = Math.max(worst, condition(largest, smallest, largest * ulps));
            ofLargest = Math.max(ofLargest, Math.scalb(largest, shift) * ulps);
            for (int i = 0; i < each; i++) {
                all[input * each + i] = Math.scalb(values[input][i], shift);
            }
        }
        condition = worst;
        rounding = ofLargest;
        Arrays.sort(all);
        this.values =
                IntStream.range(0, all.length).mapToDouble(i -> all[all.length - 1 - i]).toArray();
    }

    private static double condition(double largest, double smallest, double rounding) {
        if (largest == 0) {
            return Double.NaN;
        }
        return smallest == 0 ? Double.POSITIVE_INFINITY : largest / Math.max(smallest, rounding);
    }

    /// The layer, counted from 1.
    public int depth() {
        return depth;
    }

    /// How many values there are, of all inputs together.
    public int size() {
        return values.length;
    }

    /// Value 0..size−1, descending; infinite, or 0, where it leaves the range of double.
    public double value(int i) {
        return scaled(values[i]);
    }

    /// Its logarithm; −∞ of 0.
    public double log10(int i) {
        return log10(values[i]);
    }

    /// Whether all are numbers.
    public boolean isFinite() {
        return values.length == 0 || !Double.isNaN(values[0]);
    }

    public double largest() {
        return value(0);
    }

    public double smallest() {
        return value(size() - 1);
    }

    /// How many are exactly 0, by the bounds of rank in the package's description.
    public int zeros() {
        return zeros;
    }

    /// The share of [#zeros].
    public double zeroShare() {
        return (double) zeros / size();
    }

    /// Below this, values other than 0 are rounding of the largest.
    public double rounding() {
        return scaled(rounding);
    }

    /// How many that are not exactly 0 lie below [#rounding].
    public int rounded() {
        return (int)
                Arrays.stream(values, 0, size() - zeros).filter(value -> value <= rounding).count();
    }

    /// The mean of σ².
    public double meanSquare() {
        double sum = Arrays.stream(values).map(value -> value * value).sum();
        return Math.scalb(sum / size(), Math.clamp(2 * exponent, -9000, 9000));
    }

    /// The mean of σ⁴ over the squared mean of σ², less 1: 0 where all are equal; [Pennington et
    /// al. 2017](https://arxiv.org/abs/1711.04735) compute it.
    public double relativeVariance() {
        double mean = 0;
        for (double value : values) {
            mean += value * value;
        }
        mean /= size();
        double squares = 0;
        for (double value : values) {
            squares += (value * value - mean) * (value * value - mean);
        }
        return squares / size() / (mean * mean);
    }

    public double median() {
        return quantile(0.5);
    }

    /// The value that a share of them lie below: of those beside it the mean, in proportion.
    public double quantile(double share) {
        return scaled(within(share));
    }

    /// The logarithm of [#quantile].
    public double log10Quantile(double share) {
        return log10(within(share));
    }

    private double within(double share) {
        double place = (1 - share) * (size() - 1);
        int before = (int) place;
        int behind = Math.min(size() - 1, before + 1);
        return values[before] + (place - before) * (values[behind] - values[before]);
    }

    /// The largest over the smallest of an input, at its worst input: infinite where one is exactly
    /// 0, NaN where all are. Where the smallest is [rounding][#rounded], the largest over
    /// [#rounding]: the true one is not less.
    public double condition() {
        return condition;
    }

    /// Whether [#condition] is only that of rounding.
    public boolean isConditionRounded() {
        return zeros == 0 && rounded() > 0;
    }

    private double scaled(double value) {
        return Math.scalb(value, Math.clamp(exponent, -9000, 9000));
    }

    private double log10(double value) {
        return Math.log10(value) + exponent * LOG10_OF_2;
    }
}
