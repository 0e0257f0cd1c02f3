package dev.weightscope.bench.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    private record Case(double[] values, Percentiles percentiles) {}

    @Test
    void aPercentileIsTheSmallestValueThatSoManyDoNotExceed() {
        Case[] table = {
            new Case(new double[] {7}, new Percentiles(7, 7, 7)),
            new Case(new double[] {2, 1}, new Percentiles(1, 2, 2)),
            new Case(new double[] {3, 1, 2}, new Percentiles(2, 3, 3)),
            new Case(upTo(20), new Percentiles(10, 19, 20)),
            new Case(upTo(100), new Percentiles(50, 95, 99)),
            new Case(upTo(101), new Percentiles(51, 96, 100)),
        };
        int checked = 0;
        for (Case each : table) {
            assertEquals(each.percentiles, Percentiles.of(each.values));
            checked++;
        }
        assertEquals(6, checked);
    }

    @Test
    void theValuesStayAsTheyAre() {
        double[] values = {3, 1, 2};
        Percentiles.of(values);
        assertArrayEquals(new double[] {3, 1, 2}, values);
    }

    @Test
    void noValuesHaveNone() {
        assertThrows(IllegalArgumentException.class, () -> Percentiles.of(new double[0]));
    }

    private static double[] upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToDouble(i -> last + 1 - i).toArray();
    }
}
