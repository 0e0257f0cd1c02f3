package dev.weightscope.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingularValuesTest {
    private static double[] of(double[][] matrix) {
        return SingularValues.of(matrix, matrix[0].length, Cancellation.NEVER);
    }

    private static double[][] drawn(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return matrix;
    }

    private static double[][] turned(double[][] matrix) {
        double[][] turned = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[0].length; j++) {
                turned[j][i] = matrix[i][j];
            }
        }
        return turned;
    }

    /// (I − 2vvᵀ)·D·(I − 2uuᵀ) for unit vectors v and u has the singular values of D.
    private static double[][] reflected(double[] values, int rows, long seed) {
        int columns = values.length;
        double[][] matrix = new double[rows][columns];
        for (int i = 0; i < columns; i++) {
            matrix[i][i] = values[i];
        }
        reflect(matrix, seed);
        double[][] turned = turned(matrix);
        reflect(turned, seed + 1);
        return turned(turned);
    }

    private static void reflect(double[][] matrix, long seed) {
        double[] v = drawn(1, matrix.length, seed)[0];
        double length = 0;
        for (double each : v) {
            length += each * each;
        }
        for (int j = 0; j < matrix[0].length; j++) {
            double along = 0;
            for (int i = 0; i < v.length; i++) {
                along += v[i] * matrix[i][j];
            }
            for (int i = 0; i < v.length; i++) {
                matrix[i][j] -= 2 * along * v[i] / length;
            }
        }
    }

    /// Ones on two diagonals have the singular values 2·cos(kπ/(2n + 1)).
    @Test
    void aKnownMatrixOfEverySizeHasItsKnownValues() {
        int checked = 0;
        for (int n : new int[] {1, 2, 3, 7, 31, 32, 33, 64, 65, 100}) {
            double[][] matrix = new double[n][n];
            double[] expected = new double[n];
            for (int i = 0; i < n; i++) {
                matrix[i][i] = 1;
                if (i + 1 < n) {
                    matrix[i][i + 1] = 1;
                }
                expected[i] = 2 * Math.cos((i + 1) * Math.PI / (2 * n + 1));
            }
            assertArrayEquals(expected, of(matrix), 1e-14 * n);
            checked++;
        }
        assertEquals(10, checked);
    }

    @Test
    void valuesOfAllSizesAreFoundThroughReflections() {
        double[] values = new double[70];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.pow(10, -i / 5.0);
        }
        for (int rows : new int[] {70, 71, 150}) {
            double[][] matrix = reflected(values, rows, rows);
            assertArrayEquals(values, of(turned(matrix)), 4e-15);
            assertArrayEquals(values, of(matrix), 4e-15);
        }
        double[] equal = new double[40];
        java.util.Arrays.fill(equal, 3);
        assertArrayEquals(equal, of(reflected(equal, 40, 1)), 1e-14);
        double[] some = new double[40];
        some[0] = 5;
        some[1] = 2;
        double[] found = of(reflected(some, 50, 2));
        assertArrayEquals(some, found, 1e-14);
    }

    /// The sum of squares is that of the entries, and the values do not depend on the side.
    @Test
    void squaresAreThoseOfTheEntries() {
        double[][] matrix = drawn(90, 60, 3);
        double squares = 0;
        for (double[] row : matrix) {
            for (double each : row) {
                squares += each * each;
            }
        }
        double[] other = of(turned(matrix));
        double[] found = of(matrix);
        double sum = 0;
        for (int i = 0; i < found.length; i++) {
            sum += found[i] * found[i];
            assertTrue(i == 0 || found[i] <= found[i - 1]);
        }
        assertEquals(1, sum / squares, 1e-14);
        assertArrayEquals(found, other, 1e-13);
    }

    @Test
    void zerosInfinitiesAndNumbersOfAnySizeAreAnswered() {
        assertArrayEquals(new double[3], of(new double[3][5]));
        assertArrayEquals(
                new double[] {5e200, 0}, of(new double[][] {{3e200, 4e200}, {0, 0}}), 1e186);
        assertArrayEquals(new double[] {5e-200}, of(new double[][] {{3e-200}, {4e-200}}), 1e-213);
        assertArrayEquals(
                new double[] {Double.NaN, Double.NaN},
                of(new double[][] {{1, Double.NaN}, {2, 3}}));
        assertArrayEquals(
                new double[] {Double.NaN}, of(new double[][] {{1, Double.POSITIVE_INFINITY}}));
        assertArrayEquals(
                new double[] {2, 1, 0},
                of(new double[][] {{0, 2, 0}, {0, 0, 1}, {0, 0, 0}}),
                1e-15);
    }

    @Test
    void whatIsNoLongerWantedEndsWithinAColumn() {
        AtomicInteger asked = new AtomicInteger();
        assertThrows(
                CancelledException.class,
                () ->
                        SingularValues.of(
                                drawn(100, 100, 4), 100, () -> asked.incrementAndGet() > 50));
        assertEquals(51, asked.get());
        asked.set(0);
        SingularValues.of(
                drawn(100, 100, 4),
                100,
                () -> {
                    asked.incrementAndGet();
                    return false;
                });
        assertTrue(asked.get() > 200, "asked " + asked);
    }
}
