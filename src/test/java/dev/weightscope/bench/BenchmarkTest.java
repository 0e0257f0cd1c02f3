package dev.weightscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.Orientation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
    @Test
    void aTimingIsMedianLeastAndMost() {
        assertEquals(new Timing(2, 1, 9), Timing.of(9, 1, 2));
        assertEquals(new Timing(2.5, 1, 9), Timing.of(3, 9, 1, 2));
        assertEquals(new Timing(4, 4, 4), Timing.of(4));
        assertThrows(IllegalArgumentException.class, Timing::of);
    }

    @Test
    void everyColdRunGivesItsOwnValueAndTakesTime() {
        try (Kernel kernel = Kernels.scalar(2)) {
            WorkloadTimes times = new Benchmark(3, Duration.ZERO).run(Workload.W2, kernel);
            WorkloadRun again = Workload.W2.on(kernel);
            assertEquals(
                    List.of(again.drawnValue(0), again.drawnValue(1), again.drawnValue(2)),
                    times.values());
            for (Timing each : List.of(times.draw(), times.cold(), times.warm())) {
                assertTrue(
                        0 < each.min()
                                && each.min() <= each.median()
                                && each.median() <= each.max(),
                        each.toString());
            }
            assertTrue(times.first() > 0);
        }
    }

    @Test
    void theSpeedOfAProductIsItsOperationsOverItsTime() {
        int checked = 0;
        for (Orientation second : Orientation.values()) {
            ProductSize size = new ProductSize(64, 32, 16, second);
            try (Kernel kernel = Kernels.scalar(1)) {
                ProductSize.Speed speed = size.speed(kernel, 1, Duration.ZERO);
                // from a call of a tenth of a second to a teraflop: neither is a time of nothing
                assertTrue(speed.median() > 6.5e-4 && speed.fastest() < 1000, speed::toString);
                assertEquals(speed.median(), speed.fastest(), "of one call");
                checked++;
            }
        }
        assertEquals(2, checked);
        assertEquals("64x32x16", new ProductSize(64, 32, 16, Orientation.AS_STORED).label());
        assertEquals("64x32x16t", new ProductSize(64, 32, 16, Orientation.TRANSPOSED).label());
    }

    @Test
    void aBenchmarkOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Benchmark(0, Duration.ZERO));
        assertThrows(
                IllegalArgumentException.class, () -> new Benchmark(1, Duration.ofSeconds(-1)));
    }
}
