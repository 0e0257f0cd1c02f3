package dev.weightscope.chart.race;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
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

    @Test
    void eachValueIsAddedOnceHoweverOftenItIsLookedAt() {
        AtomicInteger added = new AtomicInteger();
        IntToDoubleFunction counted = place -> added.incrementAndGet() + place;
        RunningMean.Growing growing = new RunningMean.Growing(1000);
        for (int length = 10; length <= 1000; length += 10) {
            growing.follow(length, counted);
        }
        assertEquals(1000, added.get());
    }

    /// Those of all values, and those of values that come one after the other.
    private static void assertMeans(double[] values, int reach, double[] expected) {
        assertArrayEquals(expected, means(RunningMean.of(values.length, at(values)), reach), 1e-15);
        RunningMean.Growing growing = new RunningMean.Growing(values.length);
        for (int length = 0; length <= values.length; length++) {
            double[] first = Arrays.copyOf(values, length);
            assertArrayEquals(
                    means(RunningMean.of(length, at(first)), reach),
                    means(growing.follow(length, at(values)), reach));
        }
    }

    private static IntToDoubleFunction at(double[] values) {
        return place -> values[place];
    }

    private static double[] means(RunningMean mean, int reach) {
        return IntStream.range(0, mean.length())
                .mapToDouble(place -> mean.at(place, reach))
                .toArray();
    }
}
