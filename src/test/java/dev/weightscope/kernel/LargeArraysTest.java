package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LargeArraysTest {
    private static final int LARGE = 3 << 20;

    private final LargeArrays arrays = new LargeArrays();

    @Test
    void whatIsWantedIsMadeLargeOrSmall() {
        assertEquals(0, arrays.allocate(0, Cancellation.NEVER).length);
        assertEquals(5, arrays.allocate(5, Cancellation.NEVER).length);
        assertEquals(LARGE, arrays.allocate(LARGE, Cancellation.NEVER).length);
    }

    @Test
    void whoGivesUpNeedNotWaitAndTheNextOneGetsTheArray() {
        assertThrows(CancelledException.class, () -> arrays.allocate(LARGE, () -> true));
        assertEquals(LARGE, arrays.allocate(LARGE, Cancellation.NEVER).length);
        assertThrows(CancelledException.class, () -> arrays.allocate(LARGE, () -> true));
        assertEquals(LARGE + 1, arrays.allocate(LARGE + 1, Cancellation.NEVER).length);
    }

    @Test
    void aThreadThatIsInterruptedMeanwhileStaysSo() {
        AtomicInteger looks = new AtomicInteger();
        Cancellation interrupting =
                () -> {
                    if (looks.getAndIncrement() == 0) {
                        Thread.currentThread().interrupt();
                    }
                    return false;
                };
        assertEquals(LARGE, arrays.allocate(LARGE, interrupting).length);
        assertTrue(Thread.interrupted());
    }
}
