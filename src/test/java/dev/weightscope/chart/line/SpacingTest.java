package dev.weightscope.chart.line;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpacingTest {
    @Test
    void whatDoesNotOverlapStaysWhereItIs() {
        double[] wanted = {80, 20, 50};
        assertArrayEquals(wanted, Spacing.apart(wanted, new double[] {14, 14, 14}, 0, 100), 1e-9);
    }

    @Test
    void twoOnOneSpotShareTheWay() {
        assertArrayEquals(
                new double[] {43, 57},
                Spacing.apart(new double[] {50, 50}, new double[] {14, 14}, 0, 100),
                1e-9);
    }

    @Test
    void nothingOverlapsOrLeavesTheLine() {
        int checked = 0;
        for (long seed = 1; seed <= 500; seed++) {
            Random random = new Random(seed);
            int count = 1 + random.nextInt(9);
            double[] wanted = random.doubles(count, -50, 350).toArray();
            double[] sizes = random.doubles(count, 10, 30).toArray();
            double[] centers = Spacing.apart(wanted, sizes, 0, 300);
            Integer[] order = new Integer[count];
            Arrays.setAll(order, index -> index);
            Arrays.sort(order, (a, b) -> Double.compare(centers[a], centers[b]));
            double end = 0;
            for (int index : order) {
                assertTrue(centers[index] - sizes[index] / 2 >= end - 1e-9, "seed " + seed);
                end = centers[index] + sizes[index] / 2;
            }
            assertTrue(end <= 300 + 1e-9, "seed " + seed);
            checked++;
        }
        assertEquals(500, checked);
    }
}
