package dev.weightscope.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.weightscope.model.Step;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long TENTH = Duration.ofMillis(100).toNanos();

    private final AtomicLong clock = new AtomicLong(5);

    private void goOn(int tenths) {
        clock.addAndGet(tenths * TENTH);
    }

    @Test
    void whatIsSlowAtFirstIsForgottenAfterTwoSeconds() {
        Pace pace = new Pace(clock::get);
        assertNull(pace.left(0, 100));
        int done = 0;
        for (int round = 1; round <= 30; round++) {
            goOn(1);
            done++;
            assertEquals(
                    round < 10 ? null : Duration.ofSeconds(10),
                    pace.left(done, 100),
                    "in the first second nothing is said; then 10 a second");
        }
        for (int round = 1; round <= 20; round++) {
            goOn(1);
            done += 20;
            Duration _ = pace.left(done, 100);
        }
        assertEquals(Duration.ofMillis(500), pace.left(done, 100), "200 a second");
    }

    @Test
    void longPiecesAreEachLookedAt() {
        Pace pace = new Pace(clock::get, 7);
        for (int done = 8; done <= 10; done++) {
            goOn(50);
            assertEquals(Duration.ofSeconds(20), pace.left(done, 4));
        }
    }

    @Test
    void timeInWhichNothingIsDoneCounts() {
        Pace pace = new Pace(clock::get);
        goOn(10);
        assertNull(pace.left(0, 4), "nothing is known yet");
        goOn(10);
        assertEquals(Duration.ofSeconds(8), pace.left(1, 4));
    }

    @Test
    void theStepThatBeginsIsTold() {
        Pace pace = new Pace(clock::get);
        assertEquals(new Step("frame", 1, 5), pace.step("frame", 1, 5));
        goOn(30);
        assertEquals(new Step("frame", 3, 5, Duration.ofMillis(4500)), pace.step("frame", 3, 5));
    }
}
