package dev.weightscope.bench.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SweepTest {
    private static final double EXACT = 1e-12;

    @Test
    void theHandGoesUpThenDownThenUpAgain() {
        Sweep sweep = new Sweep(0.25, 0.75, 0.5, 8);
        double[] positions = {0.5, 0.625, 0.75, 0.625, 0.5, 0.375, 0.25, 0.375, 0.5, 0.625};
        for (int step = 0; step < positions.length; step++) {
            assertEquals(positions[step], sweep.position(step), EXACT, "step " + step);
            assertEquals(positions[step], sweep.position(step + 80), EXACT, "step " + step);
        }
    }

    @Test
    void aStartOutsideOfTheWayIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Sweep(0.25, 0.75, 0.2, 8));
        assertThrows(IllegalArgumentException.class, () -> new Sweep(0.5, 0.5, 0.5, 8));
        assertThrows(IllegalArgumentException.class, () -> new Sweep(0, 1, 0.5, 1));
    }
}
