package dev.weightscope.kernel;

import java.util.Arrays;
import java.util.Random;

/// Matrices of values that a test may meet.
final class Matrices {
    private static final float[] SPECIAL = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        -0f,
        Float.MIN_VALUE,
        Float.MAX_VALUE
    };

    private Matrices() {}

    /// Of NaN, so that what a call does not write is seen.
    static Matrix empty(int rows, int columns) {
        float[] values = new float[rows * columns];
        Arrays.fill(values, Float.NaN);
        return new Matrix(values, rows, columns);
    }

    static Matrix normal(Random random, int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Matrix(values, rows, columns);
    }

    /// Normal, with a NaN, an infinity, a negative zero or an extreme magnitude in one of so many
    /// places.
    static Matrix special(Random random, int rareness, int rows, int columns) {
        Matrix matrix = normal(random, rows, columns);
        for (int i = 0; i < matrix.size() / rareness; i++) {
            matrix.values()[random.nextInt(matrix.size())] =
                    SPECIAL[random.nextInt(SPECIAL.length)];
        }
        return matrix;
    }

    static Matrix copy(Matrix matrix) {
        return new Matrix(matrix.values().clone(), matrix.rows(), matrix.columns());
    }
}
