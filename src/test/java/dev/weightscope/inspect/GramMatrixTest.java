package dev.weightscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GramMatrixTest {
    private static final int BLOCK = 256;
    private static final int ROWS = 7;

    /// Less than a block, whole ones, and what is left of them; sums of so many products of single
    /// precision are right to some 1e-6 of the sum of their magnitudes.
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 255, 256, 257, 515, 1024})
    void multipliesByTheTransposedMatrixTimesTheMatrix(int columns) {
        Random random = new Random(columns);
        double[][] matrix = new double[ROWS][columns];
        GramMatrix gram = new GramMatrix(ROWS, columns);
        double factor = 3;
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < columns; j++) {
                matrix[i][j] = (float) random.nextGaussian();
            }
            gram.set(i, matrix[i], factor);
        }
        float[][] vector = gram.vector();
        for (int j = 0; j < columns; j++) {
            vector[j / BLOCK][j % BLOCK] = (float) random.nextGaussian();
        }
        float[][] product = gram.vector();

        double squares = gram.multiply(vector, product);

        double[] images = new double[ROWS];
        double expectedSquares = 0;
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < columns; j++) {
                images[i] += factor * matrix[i][j] * vector[j / BLOCK][j % BLOCK];
            }
            expectedSquares += images[i] * images[i];
        }
        assertEquals(expectedSquares, squares, 1e-5 * (expectedSquares + 9 * columns));
        for (int j = 0; j < columns; j++) {
            double expected = 0;
            double magnitude = 0;
            for (int i = 0; i < ROWS; i++) {
                expected += factor * matrix[i][j] * images[i];
                magnitude += Math.abs(factor * matrix[i][j]) * Math.sqrt(columns) * factor;
            }
            assertEquals(expected, product[j / BLOCK][j % BLOCK], 1e-5 * magnitude);
        }
    }
}
