package dev.weightscope.inspect;

import dev.weightscope.model.SpecialFunctions;

/// Whether the largest singular value of a matrix is one of independent entries: training adds few
/// directions, and large ones, which the entries one by one hardly show.
///
/// For n × p independent entries of mean 0 and variance σ², the largest eigenvalue λ of WᵀW/σ² is
/// about μ = (√(n−1) + √p)², and (λ − μ)/τ with τ = (√(n−1) + √p)·(1/√(n−1) + 1/√p)^⅓ follows Tracy
/// and Widom's law for real matrices (Johnstone 2001, Ann. Stat. 29:295). That law is nearly a
/// gamma law of shape 46.446 and scale 0.186054, less 9.84801 (Chiani 2014, J. Multivar. Anal.
/// 129:69), whose tail is found by the cube root of Wilson and Hilferty.
///
/// Found by power iteration, λ is never too large: no matrix is rejected as too large for want of
/// steps. Too small it is where an orthogonal matrix has moved: with γ the ratio of the sides, one
/// step from any vector comes to (1 + γ)·l·σ² on average, the mean of λ² over that of λ, and each
/// further step nearer to the edge (1 + √γ)²·l·σ². That less than the first is left after all of
/// them asks for a λ some ten τ below the edge; its chance, exp(−(μ − λ)³/(24τ³)) (the left tail of
/// Tracy and Widom's law), is below 1e-8 where no side is shorter than [#LEAST_FOR_SMALL].
final class LargestSingularValue {
    private static final double SHAPE = 46.446;
    private static final double SCALE = 0.186054;
    private static final double SHIFT = 9.84801;

    /// Values that are looked at, as some part of a matrix has independent entries too: rows from
    /// the first on.
    private static final int MOST = 1 << 22;

    private static final int STEPS = 24;

    private static final int LEAST_FOR_SMALL = 32;

    private LargestSingularValue() {}

    /// The chance of one as large; 0 of one that is too small.
    ///
    /// @param meanSquare of the entries, σ²
    static double pValue(TensorValues values, int rows, int columns, double meanSquare) {
        int some = Math.min(rows, MOST / columns);
        if (some < 2) {
            return 1; // a row has one singular value, its length
        }
        double[] matrix = new double[some * columns];
        values.read(0, matrix.length, matrix);
        double eigenvalue = largestEigenvalue(matrix, some, columns) / meanSquare;
        int shorter = Math.min(some, columns);
        if (shorter >= LEAST_FOR_SMALL && eigenvalue < some + columns) {
            return 0;
        }
        double a = Math.sqrt(some - 1.0);
        double b = Math.sqrt(columns);
        double spread = (a + b) * Math.cbrt(1 / a + 1 / b);
        return tracyWidomTail((eigenvalue - (a + b) * (a + b)) / spread);
    }

    /// P(TW₁ > t).
    static double tracyWidomTail(double t) {
        double ratio = Math.max(0, (t + SHIFT) / (SHAPE * SCALE));
        double variance = 1 / (9 * SHAPE);
        double z = (Math.cbrt(ratio) - (1 - variance)) / Math.sqrt(variance);
        return 0.5 * SpecialFunctions.erfc(z / Math.sqrt(2));
    }

    /// Of WᵀW, from below.
    private static double largestEigenvalue(double[] matrix, int rows, int columns) {
        double[] right = new double[columns];
        for (int j = 0; j < columns; j++) {
            right[j] = ValueSample.mix(j) * 0x1p-63;
        }
        double eigenvalue = 0;
        for (int step = 0; step < STEPS; step++) {
            double length = Math.sqrt(DotProduct.of(right, right, 0));
            double[] next = new double[columns];
            eigenvalue = 0;
            for (int i = 0; i < rows; i++) {
                double left = DotProduct.of(right, matrix, i * columns) / length;
                eigenvalue += left * left;
                add(left, matrix, i * columns, next);
            }
            right = next;
        }
        return eigenvalue;
    }

    private static void add(double factor, double[] values, int at, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * values[at + j];
        }
    }
}
