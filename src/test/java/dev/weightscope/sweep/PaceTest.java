package dev.weightscope.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long TENTH = Duration.ofMillis(100).toNanos();

    @Test
    void slowRunsAtFirstAreForgottenAfterTwoSeconds() {
        Pace pace = new Pace(5);
        assertEquals(Optional.empty(), pace.left(100));
        long now = 5;
        for (int round = 1; round <= 30; round++) {
            now += TENTH;
            pace.note(now, 1);
            assertEquals(
                    round < 10 ? Optional.empty() : Optional.of(Duration.ofSeconds(10)),
                    pace.left(100),
                    "in the first second nothing is said; then 10 runs a second");
        }
        for (int round = 1; round <= 20; round++) {
            now += TENTH;
            pace.note(now, 20);
        }
        assertEquals(Optional.of(Duration.ofMillis(500)), pace.left(100), "200 runs a second");
    }

    @Test
    void longRunsAreEachARound() {
        Pace pace = new Pace(0);
        for (int run = 1; run <= 3; run++) {
            pace.note(run * 50L * TENTH, 1);
            assertEquals(Optional.of(Duration.ofSeconds(20)), pace.left(4));
        }
    }

    @Test
    void aRoundWithoutRunsCounts() {
        Pace pace = new Pace(0);
        pace.note(10 * TENTH, 0);
        assertEquals(Optional.empty(), pace.left(4), "nothing is known yet");
        pace.note(20 * TENTH, 1);
        assertEquals(Optional.of(Duration.ofSeconds(8)), pace.left(4));
    }
}
