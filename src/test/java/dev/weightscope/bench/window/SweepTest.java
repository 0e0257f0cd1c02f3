package dev.weightscope.bench.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTest {
    @Test
    void theHandGoesUpThenDownThenUpAgain() {
        Sweep sweep = new Sweep(0.25, 0.75, 0.5, 10);
        // 1 / (10 + 0.618) from step to step, turned round at 0.75 and at 0.25
        double[] positions = {
            0.5, 0.5942, 0.6884, 0.7175, 0.6233, 0.5291, 0.4349, 0.3407, 0.2534, 0.3476, 0.4418
        };
        for (int step = 0; step < positions.length; step++) {
            assertEquals(positions[step], sweep.position(step), 1e-4, "step " + step);
        }
    }

    @Test
    void noPlaceIsReachedTwice() {
        double[] starts = {0.25, 0.3, 0.5, 0.7, 0.75};
        int checked = 0;
        for (double start : starts) {
            Sweep sweep = new Sweep(0.25, 0.75, start, 120);
            double[] places =
                    IntStream.rangeClosed(0, 600).mapToDouble(sweep::position).sorted().toArray();
            for (int i = 1; i < places.length; i++) {
                assertTrue(places[i] - places[i - 1] > 1e-5, "twice at " + places[i]);
                checked++;
            }
        }
        assertEquals(5 * 600, checked);
    }

    @Test
    void aStartOutsideOfTheWayIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Sweep(0.25, 0.75, 0.2, 10));
        assertThrows(IllegalArgumentException.class, () -> new Sweep(0.5, 0.5, 0.5, 10));
        assertThrows(IllegalArgumentException.class, () -> new Sweep(0, 1, 0.5, 9));
    }
}
