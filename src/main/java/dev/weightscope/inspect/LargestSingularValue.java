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
/// Found by Lanczos' method, λ is never too large: no matrix is rejected as too large for want of
/// steps. Too small it is where an orthogonal matrix has moved: with γ the ratio of the sides, one
/// step of power iteration from any vector comes to (1 + γ)·l·σ² on average, the mean of λ² over
/// that of λ; λ of all steps is at least that of as many of power iteration, each nearer to the
/// edge (1 + √γ)²·l·σ² than the one before. That less than the first is left after all of them asks
/// for a λ some ten τ below the edge; its chance, exp(−(μ − λ)³/(24τ³)) (the left tail of Tracy and
/// Widom's law), is below 1e-8 where no side is shorter than [#LEAST_FOR_SMALL].
final class LargestSingularValue {
    private static final double SHAPE = 46.446;
    private static final double SCALE = 0.186054;
    private static final double SHIFT = 9.84801;

    /// Values that are looked at, as some part of a matrix has independent entries too. A direction
    /// is seen from a length of about σ·(N/√M) on, with M of the N values: of 4 Mi values 1.7 times
    /// what would be seen with all of them, in an eighth of the time.
    private static final int MOST = 1 << 19;

    /// So many columns of each row at least, or all.
    private static final int LEAST_COLUMNS = 1024;

    private static final int STEPS = 8;

    private static final int LEAST_FOR_SMALL = 32;

    /// What is shorter, beside the product it is left of, is rounding.
    private static final double LEAST_LENGTH = 1e-5;

    private LargestSingularValue() {}

    /// The chance of one as large; 0 of one that is too small.
    ///
    /// @param meanSquare of the entries, σ²
    static double pValue(TensorValues values, int rows, int columns, double meanSquare) {
        int someColumns = Math.min(columns, Math.max(LEAST_COLUMNS, MOST / rows));
        int someRows = Math.min(rows, MOST / someColumns);
        GramMatrix gram = read(values, rows, columns, someRows, someColumns, meanSquare);
        double eigenvalue = largestEigenvalue(gram);
        int shorter = Math.min(someRows, someColumns);
        if (shorter >= LEAST_FOR_SMALL && eigenvalue < someRows + someColumns) {
            return 0;
        }
        double a = Math.sqrt(someRows - 1.0);
        double b = Math.sqrt(someColumns);
        double spread = (a + b) * Math.cbrt(1 / a + 1 / b);
        return tracyWidomTail((eigenvalue - (a + b) * (a + b)) / spread);
    }

    /// The first columns of rows evenly spaced, divided by σ: in single precision, of which the
    /// test's own error is some thousands of steps.
    private static GramMatrix read(
            TensorValues values,
            int rows,
            int columns,
            int someRows,
            int someColumns,
            double meanSquare) {
        double perUnit = 1 / Math.sqrt(meanSquare);
        GramMatrix gram = new GramMatrix(someRows, someColumns);
        double[] row = new double[someColumns];
        for (int i = 0; i < someRows; i++) {
            values.read((long) i * rows / someRows * columns, someColumns, row);
            gram.set(i, row, perUnit);
        }
        return gram;
    }

    /// P(TW₁ > t).
    static double tracyWidomTail(double t) {
        double ratio = Math.max(0, (t + SHIFT) / (SHAPE * SCALE));
        double variance = 1 / (9 * SHAPE);
        double z = (Math.cbrt(ratio) - (1 - variance)) / Math.sqrt(variance);
        return 0.5 * SpecialFunctions.erfc(z / Math.sqrt(2));
    }

    /// From below: Lanczos' method, whose tridiagonal matrix has it among its own.
    static double largestEigenvalue(GramMatrix gram) {
        float[][] vector = gram.vector();
        long place = 0;
        for (float[] block : vector) {
            for (int j = 0; j < block.length; j++) {
                block[j] = ValueSample.mix(place++) * 0x1p-63f;
            }
        }
        divide(vector, length(vector));
        float[][] before = gram.vector();
        double[] diagonal = new double[STEPS];
        double[] beside = new double[STEPS];
        int steps = 0;
        while (steps < STEPS) {
            float[][] next = gram.vector();
            double squares = gram.multiply(vector, next);
            diagonal[steps] = squares;
            subtract(next, squares, vector);
            subtract(next, steps == 0 ? 0 : beside[steps - 1], before);
            double length = length(next);
            beside[steps] = length;
            steps++;
            if (!(length > squares * LEAST_LENGTH)) {
                break; // the vectors so far span all that the first one reaches
            }
            divide(next, length);
            before = vector;
            vector = next;
        }
        return largestOfTridiagonal(diagonal, beside, steps);
    }

    /// By bisection: d₁ = a₁ − x, dᵢ = aᵢ − x − bᵢ₋₁²/dᵢ₋₁ are all negative if and only if x is
    /// above all eigenvalues (Sylvester's law of inertia).
    private static double largestOfTridiagonal(double[] diagonal, double[] beside, int steps) {
        double low = 0;
        double high = 0;
        for (int i = 0; i < steps; i++) {
            low = Math.max(low, diagonal[i]);
            double left = i == 0 ? 0 : beside[i - 1];
            double right = i == steps - 1 ? 0 : beside[i];
            high = Math.max(high, diagonal[i] + left + right);
        }
        for (int i = 0; i < Double.PRECISION; i++) {
            double middle = low + (high - low) / 2;
            if (isAbove(middle, diagonal, beside, steps)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private static boolean isAbove(double x, double[] diagonal, double[] beside, int steps) {
        double d = diagonal[0] - x;
        for (int i = 1; i < steps && d < 0; i++) {
            d = diagonal[i] - x - beside[i - 1] * beside[i - 1] / d;
        }
        return d < 0;
    }

    private static double length(float[][] vector) {
        double squares = 0;
        for (float[] block : vector) {
            for (float element : block) {
                squares += (double) element * element;
            }
        }
        return Math.sqrt(squares);
    }

    private static void subtract(float[][] vector, double factor, float[][] other) {
        for (int k = 0; k < vector.length; k++) {
            for (int j = 0; j < vector[k].length; j++) {
                vector[k][j] = (float) (vector[k][j] - factor * other[k][j]);
            }
        }
    }

    private static void divide(float[][] vector, double divisor) {
        for (float[] block : vector) {
            for (int j = 0; j < block.length; j++) {
                block[j] = (float) (block[j] / divisor);
            }
        }
    }
}
