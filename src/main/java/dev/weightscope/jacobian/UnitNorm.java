package dev.weightscope.jacobian;

import dev.weightscope.model.Normalization;
import java.util.Arrays;

/// Layer or RMS norm at one sample: n = (z − μ)/s with s² the variance plus ε, or n = z/s with s²
/// the mean square plus ε, over the units of the sample.
///
/// With n units, ∂nᵢ/∂zⱼ = (δᵢⱼ − 1/n − nᵢ·nⱼ/n)/s for the first, and without 1/n for the second.
final class UnitNorm {
    private final double[] values;
    private final double deviation;
    private final boolean isCentred;

    private UnitNorm(double[] values, double deviation, boolean isCentred) {
        this.values = values;
        this.deviation = deviation;
        this.isCentred = isCentred;
    }

    /// @param kind [Normalization#LAYER] or [Normalization#RMS]
    /// @param sample not modified
    static UnitNorm of(Normalization kind, double[] sample) {
        boolean isCentred = kind == Normalization.LAYER;
        double mean = isCentred ? Arrays.stream(sample).sum() / sample.length : 0;
        double squares = 0;
        for (double value : sample) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / sample.length + Normalization.EPSILON);
        double[] values = new double[sample.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (sample[i] - mean) / deviation;
        }
        return new UnitNorm(values, deviation, isCentred);
    }

    /// What comes out.
    double[] values() {
        return values;
    }

    /// Of its Jacobian, at most.
    int rank() {
        return isCentred ? values.length - 1 : values.length;
    }

    /// Multiplies a matrix by its Jacobian.
    ///
    /// @param rows one for each unit; overwritten
    void carry(double[][] rows, int columns) {
        int units = values.length;
        double[] mean = new double[columns];
        double[] along = new double[columns];
        for (int i = 0; i < units; i++) {
            add(isCentred ? 1.0 / units : 0, rows[i], mean);
            add(values[i] / units, rows[i], along);
        }
        for (int i = 0; i < units; i++) {
            double[] row = rows[i];
            for (int j = 0; j < columns; j++) {
                row[j] = Math.fma(-values[i], along[j], row[j] - mean[j]) / deviation;
            }
        }
    }

    private static void add(double factor, double[] from, double[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = Math.fma(factor, from[j], to[j]);
        }
    }
}
