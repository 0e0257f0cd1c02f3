package dev.weightscope.inspect;

import dev.weightscope.model.SpecialFunctions;

/// Φ by cubic Hermite interpolation between exact values 1/64 apart, to 3e-10: for millions of
/// values at a time. The error is at most h⁴/384 · max |φ‴| = 2.2e-10 (φ‴ is at most 1.4).
final class NormalTable {
    private static final int PER_UNIT = 64;
    private static final int END = 9;
    private static final double[] VALUES = new double[2 * END * PER_UNIT + 1];
    private static final double[] SLOPES = new double[VALUES.length];

    static {
        for (int i = 0; i < VALUES.length; i++) {
            double x = i / (double) PER_UNIT - END;
            VALUES[i] = SpecialFunctions.normalCdf(x);
            SLOPES[i] = SpecialFunctions.normalDensity(x) / PER_UNIT;
        }
    }

    private NormalTable() {}

    static double cdf(double x) {
        double place = (x + END) * PER_UNIT; // may round to the table's last place from below
        if (place <= 0 || place >= VALUES.length - 1) {
            return x < 0 ? 0 : 1;
        }
        int i = (int) place;
        double t = place - i;
        double step = VALUES[i + 1] - VALUES[i];
        double a = SLOPES[i] - step;
        double b = step - SLOPES[i + 1];
        return VALUES[i] + t * (step + (1 - t) * (a * (1 - t) + b * t));
    }
}
