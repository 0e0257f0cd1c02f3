package dev.weightscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class MetronomeTest {
    private static final Duration PERIOD = Duration.ofMillis(2);

    @Test
    void beatsGoOnWhileTheListenerIsLateAndAreHeardInOrder() throws InterruptedException {
        BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
        List<Metronome.Beat> heard = new ArrayList<>();
        try (Metronome _ = new Metronome(PERIOD, mailbox::add, heard::add)) {
            List<Runnable> late = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                late.add(mailbox.take());
            }
            assertEquals(List.of(), heard);
            late.forEach(Runnable::run);
        }
        for (int i = 0; i < 5; i++) {
            Metronome.Beat beat = heard.get(i);
            assertEquals(i, beat.number());
            assertEquals(heard.getFirst().due() + i * PERIOD.toNanos(), beat.due());
            assertTrue(beat.sent() >= beat.due(), "sent before it was due");
        }
        assertEquals(5, heard.size());
    }
}
