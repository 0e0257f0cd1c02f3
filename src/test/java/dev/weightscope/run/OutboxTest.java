package dev.weightscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Answer<String, Integer> OLD = new Answer.Refused<>("question", "old");
    private static final Answer<String, Integer> NEW = new Answer.Refused<>("question", "new");
    private static final Answer<String, Integer> OTHER = new Answer.Refused<>("another", "other");

    private final List<Answer<String, Integer>> read = new ArrayList<>();
    private final Outbox<String, Integer> outbox = new Outbox<>(Runnable::run, read::add);

    @Test
    void onlyTheFirstAnswerIntoAnEmptyOutboxAsksForADelivery() {
        assertTrue(outbox.add(OLD));
        assertFalse(outbox.add(OTHER));
        outbox.askForDelivery();
        assertTrue(outbox.add(OLD));
    }

    @Test
    void theNewestAnswerToAnExperimentIsKeptAndComesLast() {
        outbox.add(OLD);
        outbox.add(OTHER);
        outbox.add(NEW);
        outbox.askForDelivery();
        assertEquals(List.of(OTHER, NEW), read);
    }
}
