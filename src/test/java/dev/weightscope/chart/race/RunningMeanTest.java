package dev.weightscope.chart.race;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunningMeanTest {
    private static final double INF = Double.NEGATIVE_INFINITY;

    @Test
    void itIsOfAsManyValuesOnBothSides() {
        assertMeans(new double[] {1, 2, 3, 4, 5}, 2, new double[] {1, 2, 3, 4, 5});
        assertMeans(new double[] {0, 3, 0, 3, 0}, 1, new double[] {0, 1, 2, 1, 0});
        assertMeans(new double[] {8, 0, 2, 5, 5}, 2, new double[] {8, 10 / 3.0, 4, 4, 5});
        assertMeans(new double[] {4, 0, 4}, 0, new double[] {4, 0, 4});
        assertMeans(new double[] {}, 3, new double[] {});
    }

    @Test
    void whatIsNotFiniteStaysAndIsLeftOutOfOthers() {
        assertMeans(
                new double[] {0, INF, 4, 2, Double.NaN, 6},
                1,
                new double[] {0, INF, 3, 3, Double.NaN, 6});
    }

    private static void assertMeans(double[] values, int reach, double[] expected) {
        RunningMean mean = new RunningMean(values, reach);
        assertArrayEquals(
                expected, IntStream.range(0, values.length).mapToDouble(mean::at).toArray(), 1e-15);
    }
}
