package dev.weightscope.jacobian;

import dev.weightscope.model.Normalization;

/// Batch norm with the mean and the std of a batch, which are held still: (z − μ)/s with s² the
/// biased variance of a unit over the samples plus ε.
record BatchStatistics(double[] means, double[] deviations) {
    /// @param batch samples × units; not modified
    static BatchStatistics of(double[][] batch) {
        int units = batch[0].length;
        double[] means = new double[units];
        double[] deviations = new double[units];
        for (double[] sample : batch) {
            for (int unit = 0; unit < units; unit++) {
                means[unit] += sample[unit];
            }
        }
        for (int unit = 0; unit < units; unit++) {
            means[unit] /= batch.length;
        }
        for (double[] sample : batch) {
            for (int unit = 0; unit < units; unit++) {
                double distance = sample[unit] - means[unit];
                deviations[unit] += distance * distance;
            }
        }
        for (int unit = 0; unit < units; unit++) {
            deviations[unit] = Math.sqrt(deviations[unit] / batch.length + Normalization.EPSILON);
        }
        return new BatchStatistics(means, deviations);
    }

    double[] apply(double[] sample) {
        double[] normalized = new double[sample.length];
        for (int unit = 0; unit < sample.length; unit++) {
            normalized[unit] = (sample[unit] - means[unit]) / deviations[unit];
        }
        return normalized;
    }

    /// 1/s, one for each unit.
    double[] slopes() {
        double[] slopes = new double[deviations.length];
        for (int unit = 0; unit < slopes.length; unit++) {
            slopes[unit] = 1 / deviations[unit];
        }
        return slopes;
    }
}
