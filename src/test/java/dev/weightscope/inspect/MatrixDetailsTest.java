package dev.weightscope.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.Law;
import dev.weightscope.network.DrawnWeights;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MatrixDetailsTest {
    private static float[] draw(Law law, int fanIn, int fanOut) {
        try (DrawnWeights weights = new DrawnWeights()) {
            return weights.draw(law, 7, fanIn, fanOut);
        }
    }

    private static double[] singularValues(TensorValues values, int rows, int columns) {
        return SingularValues.of(values, rows, columns, Cancellation.NEVER);
    }

    @Test
    void stdsAreThoseOfEachRowAndColumn() {
        double[] values = {1, 3, 5, 1, 3, 11};
        SideStds stds = SideStds.of(TensorValues.of(values), 2, 3, 4);
        assertArrayEquals(
                new double[] {Math.sqrt(8 / 3.0), Math.sqrt(56 / 3.0)}, stds.rows(), 1e-14);
        assertArrayEquals(new double[] {0, 0, 3}, stds.columns(), 1e-14);
        values[0] = Double.NaN;
        SideStds without = SideStds.of(TensorValues.of(values), 2, 3, 4);
        assertEquals(Double.NaN, without.rows()[0]);
        assertEquals(Double.NaN, without.columns()[0]);
        assertEquals(3, without.columns()[2]);
        assertThrows(
                IllegalArgumentException.class,
                () -> SideStds.of(TensorValues.of(values), 2, 2, 0));
    }

    @Test
    void singularValuesOfKnownMatricesAreKnown() {
        TensorValues diagonal = TensorValues.of(new double[] {0, 2, 0, -3, 0, 0});
        assertArrayEquals(new double[] {3, 2}, singularValues(diagonal, 2, 3), 2e-6);
        TensorValues tall = TensorValues.of(new double[] {0, 2, -3, 0, 0, 0});
        assertArrayEquals(new double[] {3, 2}, singularValues(tall, 3, 2), 2e-6);
        double[] huge = {3e200, 4e200};
        assertArrayEquals(new double[] {5e200}, singularValues(TensorValues.of(huge), 1, 2), 5e194);
        assertArrayEquals(new double[2], singularValues(TensorValues.of(new double[4]), 2, 2));
        double[] nan = {1, Double.NaN};
        assertArrayEquals(new double[] {Double.NaN}, singularValues(TensorValues.of(nan), 2, 1));
        float[] orthogonal = draw(new Law.Orthogonal(0.5), 60, 40);
        double[] equal = new double[40];
        Arrays.fill(equal, 0.5);
        assertArrayEquals(equal, singularValues(TensorValues.of(orthogonal), 60, 40), 1e-6);
        assertThrows(IllegalArgumentException.class, () -> singularValues(diagonal, 2, 2));
    }

    /// Densities integrate to 1, and squares to s·l·σ²/s, as the trace does.
    @Test
    void marchenkoAndPastursDensityHasItsMoments() {
        for (int[] sides : new int[][] {{100, 100}, {100, 400}, {3, 5000}}) {
            MarchenkoPastur law = new MarchenkoPastur(sides[0], sides[1], 0.2);
            double low = law.lowest();
            double width = law.highest() - low;
            int steps = 200_000;
            double total = 0;
            double squares = 0;
            for (int i = 0; i < steps; i++) {
                double value = low + (i + 0.5) / steps * width;
                double share = law.density(value) * width / steps;
                total += share;
                squares += share * value * value;
            }
            assertEquals(1, total, 1e-5);
            assertEquals(1, squares / (sides[1] * 0.04), 1e-5);
            assertEquals(0, law.density(law.highest() * 1.001));
        }
        assertThrows(IllegalArgumentException.class, () -> new MarchenkoPastur(5, 3, 1));
    }

    @Test
    void anOutlierIsADirectionThatWasNotDrawn() {
        int n = 200;
        float[] weights = draw(new Law.Uniform(0.1), n, 2 * n);
        MarchenkoPastur law = new MarchenkoPastur(n, 2 * n, 0.1 / Math.sqrt(3));
        double[] drawn = singularValues(TensorValues.of(weights), n, 2 * n);
        assertTrue(drawn[0] < law.outlierFrom(), drawn[0] + " of " + law.outlierFrom());
        assertEquals(1, drawn[0] / law.highest(), 0.02);
        assertEquals(1, drawn[n - 1] / law.lowest(), 0.05);
        // Shares below the median of the law, by its integral.
        double middle = Arrays.stream(drawn).filter(each -> each < drawn[n / 2]).count();
        double integral = 0;
        int steps = 10_000;
        for (int i = 0; i < steps; i++) {
            double width = drawn[n / 2] - law.lowest();
            integral += law.density(law.lowest() + (i + 0.5) / steps * width) * width / steps;
        }
        assertEquals(middle / n, integral, 0.02);
        for (int i = 0; i < weights.length; i++) {
            weights[i] += 0.015f; // a direction of singular value 0.015·√(n·2n) = 4.2
        }
        double[] moved = singularValues(TensorValues.of(weights), n, 2 * n);
        assertTrue(moved[0] > law.outlierFrom() && moved[1] < law.outlierFrom());
    }
}
