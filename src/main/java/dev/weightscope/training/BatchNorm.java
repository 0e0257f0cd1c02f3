package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import java.util.Arrays;
import java.util.Map;

/// Each unit over the samples of a batch (Ioffe & Szegedy 2015, arXiv 1502.03167, algorithms 1 and
/// 2), with PyTorch's running averages: momentum 0.1, of the unbiased variance, from mean 0 and
/// variance 1 on.
final class BatchNorm extends NormLayer {
    private static final double MOMENTUM = 0.1;

    final double[] runningMeans;
    final double[] runningVariances;

    BatchNorm(int units, Optimizer optimizer) {
        super(units, optimizer, true);
        runningMeans = new double[units];
        runningVariances = new double[units];
        Arrays.fill(runningVariances, 1);
    }

    @Override
    Work newWork(int samples) {
        return new Work(units);
    }

    @Override
    void forward(
            Tensor x,
            int samples,
            Tensor y,
            Statistics statistics,
            Work work,
            Cancellation cancellation) {
        for (int unit = 0; unit < units; unit++) {
            cancellation.throwIfCancelled();
            int at = unit * x.stride();
            switch (statistics) {
                case OF_BATCH -> measure(x.values(), at, samples, unit, work);
                case RUNNING -> {
                    work.means[unit] = runningMeans[unit];
                    work.factor(unit, runningVariances[unit]);
                }
            }
            float factor = (float) (work.factors[unit] * scale.values[unit]);
            double mean = work.means[unit];
            normalize(x.values(), at, samples, mean, factor, shift(unit), y.values());
        }
    }

    private static void measure(float[] x, int at, int samples, int unit, Work work) {
        double mean = RowSums.sum(x, at, samples) / samples;
        work.means[unit] = mean;
        work.factor(unit, RowSums.squares(x, at, samples, mean) / samples);
    }

    /// @param y overwritten at the places of x
    private static void normalize(
            float[] x, int at, int samples, double mean, float factor, float shift, float[] y) {
        for (int i = at; i < at + samples; i++) {
            y[i] = (float) (x[i] - mean) * factor + shift;
        }
    }

    /// dx = γ·r · (d − mean(d) − x̂ · mean(d · x̂)).
    @Override
    void backward(Tensor x, Tensor gradient, int samples, Work work, Cancellation cancellation) {
        float[] values = x.values();
        float[] d = gradient.values();
        for (int unit = 0; unit < units; unit++) {
            cancellation.throwIfCancelled();
            int at = unit * x.stride();
            double mean = work.means[unit];
            double factor = work.factors[unit];
            double sum = RowSums.sum(d, at, samples);
            double product = factor * RowSums.products(values, d, at, samples, mean, 0);
            scale.gradient[unit] = (float) product;
            shiftGradient(unit, sum);
            double outer = factor * scale.values[unit];
            back(values, d, at, samples, mean, sum / samples, factor * product / samples, outer);
        }
    }

    /// d = outer · (d − centre − (x − mean) · inner).
    private static void back(
            float[] x,
            float[] d,
            int at,
            int samples,
            double mean,
            double centre,
            double inner,
            double outer) {
        for (int i = at; i < at + samples; i++) {
            d[i] = (float) (outer * (d[i] - centre - (x[i] - mean) * inner));
        }
    }

    @Override
    void tell(String prefix, Map<String, float[]> found) {
        super.tell(prefix, found);
        found.put(prefix + "running_mean", rounded(runningMeans));
        found.put(prefix + "running_var", rounded(runningVariances));
    }

    private static float[] rounded(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }

    @Override
    void learn(Work work, int samples) {
        double unbiased = samples > 1 ? (double) samples / (samples - 1) : 1;
        for (int unit = 0; unit < units; unit++) {
            runningMeans[unit] += MOMENTUM * (work.means[unit] - runningMeans[unit]);
            runningVariances[unit] +=
                    MOMENTUM * (work.variances[unit] * unbiased - runningVariances[unit]);
        }
    }
}
