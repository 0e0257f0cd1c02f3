package dev.weightscope.chart.histogram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayerSelectionTest {
    private record Case(int depth, int count, List<Integer> layers) {}

    private static final List<Case> CASES =
            List.of(
                    new Case(1, 12, List.of(1)),
                    new Case(2, 1, List.of(1, 2)),
                    new Case(5, 12, List.of(1, 2, 3, 4, 5)),
                    new Case(10, 4, List.of(1, 4, 7, 10)),
                    new Case(100, 3, List.of(1, 51, 100)),
                    new Case(1000, 2, List.of(1, 1000)));

    @Test
    void layersAreEvenlySpaced() {
        for (Case each : CASES) {
            assertEquals(
                    each.layers(),
                    LayerSelection.evenly(each.depth(), each.count()),
                    each::toString);
        }
        assertEquals(6, CASES.size());
    }

    @Test
    void firstAndLastAreAlwaysThereAndNoneTwice() {
        int checked = 0;
        for (int depth = 1; depth <= 60; depth++) {
            for (int count = 1; count <= 30; count++) {
                List<Integer> layers = LayerSelection.evenly(depth, count);
                assertEquals(1, layers.getFirst());
                assertEquals(depth, layers.getLast());
                assertEquals(layers.size(), layers.stream().distinct().count());
                assertTrue(layers.size() <= Math.max(count, 2));
                checked++;
            }
        }
        assertEquals(1800, checked);
    }
}
