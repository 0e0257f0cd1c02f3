package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import java.util.Arrays;

/// Each sample over the units: layer norm (Ba et al. 2016, arXiv 1607.06450), or RMS norm, which
/// leaves the mean (Zhang & Sennrich 2019, arXiv 1910.07467).
final class SampleNorm extends NormLayer {
    enum Kind {
        LAYER,
        RMS
    }

    private final Kind kind;

    SampleNorm(int units, Optimizer optimizer, Kind kind) {
        super(units, optimizer, kind == Kind.LAYER);
        this.kind = kind;
    }

    @Override
    Work newWork(int samples) {
        return new Work(samples);
    }

    @Override
    void forward(
            Tensor x,
            int samples,
            Tensor y,
            Statistics statistics,
            Work work,
            Cancellation cancellation) {
        float[] values = x.values();
        Arrays.fill(work.means, 0, samples, 0);
        if (kind == Kind.LAYER) {
            for (int unit = 0; unit < units; unit++) {
                cancellation.throwIfCancelled();
                add(values, unit * x.stride(), samples, work.means);
            }
            for (int i = 0; i < samples; i++) {
                work.means[i] /= units;
            }
        }
        Arrays.fill(work.sums, 0, samples, 0);
        for (int unit = 0; unit < units; unit++) {
            cancellation.throwIfCancelled();
            addSquares(values, unit * x.stride(), samples, work.means, work.sums);
        }
        for (int i = 0; i < samples; i++) {
            work.factor(i, work.sums[i] / units);
        }
        for (int unit = 0; unit < units; unit++) {
            cancellation.throwIfCancelled();
            normalize(
                    values,
                    unit * x.stride(),
                    samples,
                    work.means,
                    work.factors,
                    scale.values[unit],
                    shift(unit),
                    y.values());
        }
    }

    private static void add(float[] x, int at, int samples, double[] sums) {
        for (int i = 0; i < samples; i++) {
            sums[i] += x[at + i];
        }
    }

    private static void addSquares(float[] x, int at, int samples, double[] means, double[] sums) {
        for (int i = 0; i < samples; i++) {
            double distance = x[at + i] - means[i];
            sums[i] += distance * distance;
        }
    }

    private static void normalize(
            float[] x,
            int at,
            int samples,
            double[] means,
            double[] factors,
            float scale,
            float shift,
            float[] y) {
        for (int i = 0; i < samples; i++) {
            float normalized = (float) ((x[at + i] - means[i]) * factors[i]);
            y[at + i] = normalized * scale + shift;
        }
    }

    /// With e = γ·d: dx = r · (e − mean(e) − x̂ · mean(e · x̂)), for RMS norm without mean(e).
    @Override
    void backward(Tensor x, Tensor gradient, int samples, Work work, Cancellation cancellation) {
        float[] values = x.values();
        float[] d = gradient.values();
        Arrays.fill(work.sums, 0, samples, 0);
        Arrays.fill(work.products, 0, samples, 0);
        for (int unit = 0; unit < units; unit++) {
            cancellation.throwIfCancelled();
            int at = unit * x.stride();
            scale.gradient[unit] = (float) scaleGradient(values, d, at, samples, work);
            shiftGradient(unit, RowSums.sum(d, at, samples));
            addGradients(values, d, at, samples, scale.values[unit], work);
        }
        for (int i = 0; i < samples; i++) {
            work.sums[i] = kind == Kind.LAYER ? work.sums[i] / units : 0;
            work.products[i] /= units;
        }
        for (int unit = 0; unit < units; unit++) {
            cancellation.throwIfCancelled();
            back(values, d, unit * x.stride(), samples, scale.values[unit], work);
        }
    }

    /// Σ d · x̂ over the samples.
    private static double scaleGradient(float[] x, float[] d, int at, int samples, Work work) {
        double[] means = work.means;
        double[] factors = work.factors;
        double even = 0;
        double odd = 0;
        int pairs = samples - samples % 2;
        for (int i = 0; i < pairs; i += 2) {
            even += d[at + i] * ((x[at + i] - means[i]) * factors[i]);
            odd += d[at + i + 1] * ((x[at + i + 1] - means[i + 1]) * factors[i + 1]);
        }
        for (int i = pairs; i < samples; i++) {
            even += d[at + i] * ((x[at + i] - means[i]) * factors[i]);
        }
        return even + odd;
    }

    private static void addGradients(
            float[] x, float[] d, int at, int samples, float scale, Work work) {
        double[] means = work.means;
        double[] factors = work.factors;
        double[] sums = work.sums;
        double[] products = work.products;
        for (int i = 0; i < samples; i++) {
            double scaled = scale * (double) d[at + i];
            sums[i] += scaled;
            products[i] += scaled * ((x[at + i] - means[i]) * factors[i]);
        }
    }

    private static void back(float[] x, float[] d, int at, int samples, float scale, Work work) {
        double[] means = work.means;
        double[] factors = work.factors;
        double[] sums = work.sums;
        double[] products = work.products;
        for (int i = 0; i < samples; i++) {
            double normalized = (x[at + i] - means[i]) * factors[i];
            double scaled = scale * (double) d[at + i] - sums[i];
            d[at + i] = (float) (factors[i] * (scaled - normalized * products[i]));
        }
    }

    /// A sample is normalized by itself, when tested too.
    @Override
    void learn(Work work, int samples) {}
}
