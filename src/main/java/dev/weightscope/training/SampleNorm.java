package dev.weightscope.training;

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
    void forward(Tensor x, int samples, Tensor y, Statistics statistics, Work work) {
        float[] values = x.values();
        Arrays.fill(work.means, 0, samples, 0);
        if (kind == Kind.LAYER) {
            for (int unit = 0; unit < units; unit++) {
                int at = unit * x.stride();
                for (int i = 0; i < samples; i++) {
                    work.means[i] += values[at + i];
                }
            }
            for (int i = 0; i < samples; i++) {
                work.means[i] /= units;
            }
        }
        Arrays.fill(work.sums, 0, samples, 0);
        for (int unit = 0; unit < units; unit++) {
            int at = unit * x.stride();
            for (int i = 0; i < samples; i++) {
                double distance = values[at + i] - work.means[i];
                work.sums[i] += distance * distance;
            }
        }
        for (int i = 0; i < samples; i++) {
            work.factor(i, work.sums[i] / units);
        }
        for (int unit = 0; unit < units; unit++) {
            int at = unit * x.stride();
            float factor = scale.values[unit];
            float shift = shift(unit);
            for (int i = 0; i < samples; i++) {
                float normalized = (float) ((values[at + i] - work.means[i]) * work.factors[i]);
                y.values()[at + i] = normalized * factor + shift;
            }
        }
    }

    /// With e = γ·d: dx = r · (e − mean(e) − x̂ · mean(e · x̂)), for RMS norm without mean(e).
    @Override
    void backward(Tensor x, Tensor gradient, int samples, Work work) {
        float[] values = x.values();
        float[] d = gradient.values();
        Arrays.fill(work.sums, 0, samples, 0);
        Arrays.fill(work.products, 0, samples, 0);
        for (int unit = 0; unit < units; unit++) {
            int at = unit * x.stride();
            float factor = scale.values[unit];
            double sum = 0;
            double product = 0;
            for (int i = 0; i < samples; i++) {
                double normalized = (values[at + i] - work.means[i]) * work.factors[i];
                sum += d[at + i];
                product += d[at + i] * normalized;
                double scaled = factor * (double) d[at + i];
                work.sums[i] += scaled;
                work.products[i] += scaled * normalized;
            }
            scale.gradient[unit] = (float) product;
            shiftGradient(unit, sum);
        }
        for (int i = 0; i < samples; i++) {
            work.sums[i] = kind == Kind.LAYER ? work.sums[i] / units : 0;
            work.products[i] /= units;
        }
        for (int unit = 0; unit < units; unit++) {
            int at = unit * x.stride();
            float factor = scale.values[unit];
            for (int i = 0; i < samples; i++) {
                double normalized = (values[at + i] - work.means[i]) * work.factors[i];
                double scaled = factor * (double) d[at + i] - work.sums[i];
                d[at + i] = (float) (work.factors[i] * (scaled - normalized * work.products[i]));
            }
        }
    }

    /// A sample is normalized by itself, when tested too.
    @Override
    void learn(Work work, int samples) {}
}
