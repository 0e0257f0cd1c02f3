package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.model.Step;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final long MILLI = 1_000_000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void itTellsOfTheOneThatIsFurthestFromItsEndAndGoesAway() {
        ProgressLine<String, Integer> line = line(List.of("a", "b", "c"));
        ProgressListener<Integer> a = line.begun("a");
        ProgressListener<Integer> b = line.begun("b");
        line.take("c", () -> 3);
        a.step(new Step("step", 10, 300));
        clock.set(400 * MILLI);
        b.step(new Step("step", 2, 300));
        a.step(new Step("step", 11, 300)); // too soon after the last
        clock.set(500 * MILLI);
        b.step(new Step("step", 9, 10));
        line.clear();
        assertEquals(
                "\rstep 2 of 300; 1 of 3 done"
                        + "\rstep 11 of 300; 1 of 3 done"
                        + "\r"
                        + " ".repeat(27)
                        + "\r",
                bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void itIsThereBeforeTheFirstStepAndWhileAStepTakesLong() {
        ProgressLine<String, Integer> line = line(List.of("a"));
        AtomicBoolean isCancelled = new AtomicBoolean();
        Cancellation watched = line.watched(isCancelled::get);
        assertFalse(watched.isCancelled());
        clock.set(400 * MILLI);
        assertFalse(watched.isCancelled());
        line.begun("a").step(new Step("step", 1, 300));
        clock.set(500 * MILLI);
        isCancelled.set(true);
        assertTrue(watched.isCancelled());
        line.clear();
        clock.set(900 * MILLI);
        assertTrue(watched.isCancelled());
        assertEquals(
                "\rcomputing\rstep 1 of 300\r" + " ".repeat(13) + "\r",
                bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aShortComputationSaysNothingAndKeepsWhatWasAskedFor() {
        ProgressLine<String, Integer> line = line(List.of("a", "b"));
        line.begun("a").step(new Step("layer", 1, 2));
        line.begun("a").partial(1);
        line.begun("b").partial(7);
        line.take("a", () -> 2);
        line.clear();
        assertEquals("", bytes.toString(StandardCharsets.UTF_8));
        assertEquals(Map.of("a", 2, "b", 7), line.answers());
    }

    private ProgressLine<String, Integer> line(List<String> questions) {
        return new ProgressLine<>(
                () -> Optional.of(Outcome.stream(bytes)),
                clock::get,
                questions,
                ProgressLine.Kept.PARTS_TOO);
    }
}
