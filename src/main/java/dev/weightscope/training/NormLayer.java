package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.Normalization;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A normalization with a learned scale γ (starts at 1) and shift β (starts at 0) of each unit: y =
/// γ·x̂ + β with x̂ = (x − μ) · (v + ε)^(−1/2), as [Normalization] defines μ and v. RMS norm has no
/// shift. Sums are taken in double, in ascending order.
abstract sealed class NormLayer permits BatchNorm, SampleNorm {
    final int units;
    final Parameter scale;

    /// Null for a normalization that shifts nothing.
    final @Nullable Parameter shift;

    NormLayer(int units, Optimizer optimizer, boolean shifts) {
        this.units = units;
        this.scale = new Parameter(units, optimizer);
        this.shift = shifts ? new Parameter(units, optimizer) : null;
        Arrays.fill(scale.values, 1);
    }

    /// None where nothing is normalized.
    static @Nullable NormLayer of(Normalization normalization, int units, Optimizer optimizer) {
        return switch (normalization) {
            case NONE -> null;
            case BATCH -> new BatchNorm(units, optimizer);
            case LAYER -> new SampleNorm(units, optimizer, SampleNorm.Kind.LAYER);
            case RMS -> new SampleNorm(units, optimizer, SampleNorm.Kind.RMS);
        };
    }

    /// Which mean and variance a batch is normalized by.
    enum Statistics {
        /// Its own.
        OF_BATCH,
        /// The averages over the steps taken, where there are any.
        RUNNING
    }

    /// What a forward pass leaves for the way back: of each unit, or of each sample.
    static final class Work {
        final double[] means;
        final double[] variances;
        final double[] factors;
        final double[] sums;
        final double[] products;

        Work(int length) {
            means = new double[length];
            variances = new double[length];
            factors = new double[length];
            sums = new double[length];
            products = new double[length];
        }

        /// r = (v + ε)^(−1/2).
        void factor(int i, double variance) {
            variances[i] = variance;
            factors[i] = 1 / Math.sqrt(variance + Normalization.EPSILON);
        }
    }

    /// Room for batches of so many samples.
    abstract Work newWork(int samples);

    /// @param x units × samples; not modified, unless it is `y`
    /// @param y overwritten; may be `x`, if nobody goes back
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    abstract void forward(
            Tensor x,
            int samples,
            Tensor y,
            Statistics statistics,
            Work work,
            Cancellation cancellation);

    /// Carries a gradient back, and computes those by scale and shift.
    ///
    /// @param x as in the forward pass that left `work`
    /// @param gradient by y before, by x after
    /// @throws dev.weightscope.kernel.CancelledException as [#forward]
    abstract void backward(
            Tensor x, Tensor gradient, int samples, Work work, Cancellation cancellation);

    /// Takes what a batch that is learnt from adds to the averages.
    abstract void learn(Work work, int samples);

    /// Adds copies of what it has learnt.
    ///
    /// @param prefix of the names
    void tell(String prefix, Map<String, float[]> found) {
        found.put(prefix + "weight", scale.values.clone());
        if (shift != null) {
            found.put(prefix + "bias", shift.values.clone());
        }
    }

    final float shift(int unit) {
        return shift == null ? 0 : shift.values[unit];
    }

    final void shiftGradient(int unit, double sum) {
        if (shift != null) {
            shift.gradient[unit] = (float) sum;
        }
    }
}
