package dev.weightscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Experiment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Answer OLD = new Answer.Refused(Experiment.DEFAULT, "old");
    private static final Answer NEW = new Answer.Refused(Experiment.DEFAULT, "new");
    private static final Answer OTHER = new Answer.Refused(Experiment.DEFAULT.withSeed(1), "other");

    private final List<Answer> read = new ArrayList<>();
    private final Outbox outbox = new Outbox(Runnable::run, read::add);

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
