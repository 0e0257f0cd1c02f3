package dev.weightscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.Refusal;
import dev.weightscope.run.Background.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundTest {
    private final BlockingQueue<Outcome<String>> outcomes = new LinkedBlockingQueue<>();
    private final Background background = new Background(Runnable::run);

    @Test
    void everyEndIsAnOutcomeAndTheWorkerLivesOn() throws InterruptedException {
        List<Callable<String>> works =
                List.of(
                        () -> "read",
                        () -> {
                            throw new Refusal("a.csv is empty");
                        },
                        () -> {
                            throw new IOException("a.csv cannot be read: the disk is gone");
                        },
                        () -> {
                            throw new OutOfMemoryError("Java heap space");
                        },
                        () -> "read again");
        List<Outcome<String>> expected =
                List.of(
                        new Outcome.Done<>("read"),
                        new Outcome.Failed<>("a.csv is empty"),
                        new Outcome.Failed<>("a.csv cannot be read: the disk is gone"),
                        new Outcome.Failed<>("there is not enough memory left for this"),
                        new Outcome.Done<>("read again"));
        int checked = 0;
        for (Callable<String> work : works) {
            background.request("key", work, outcomes::add);
            assertEquals(expected.get(checked), outcomes.take());
            checked++;
        }
        assertEquals(5, checked);
    }

    @Test
    void aNewerRequestInterruptsTheOneThatRunsAndIsTheOnlyOneAnswered()
            throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        background.request("key", () -> waitForever(started, interrupted), outcomes::add);
        started.await();
        background.request("key", () -> "newer", outcomes::add);
        assertEquals(new Outcome.Done<>("newer"), outcomes.take());
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
        assertTrue(outcomes.isEmpty());
    }

    @Test
    void requestsOfOtherKeysWaitForEachOther() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        background.request("long", () -> waitForever(started, interrupted), outcomes::add);
        started.await();
        background.request("a", () -> "a", outcomes::add);
        background.request("b", () -> "old b", outcomes::add);
        background.request("b", () -> "b", outcomes::add);
        background.cancel("long");
        assertEquals(new Outcome.Done<>("a"), outcomes.take());
        assertEquals(new Outcome.Done<>("b"), outcomes.take());
        assertTrue(outcomes.isEmpty());
    }

    @Test
    void workOfSeveralThreadsIsToldThatItIsCancelled() throws InterruptedException {
        BlockingQueue<Cancellation> told = new LinkedBlockingQueue<>();
        CountDownLatch interrupted = new CountDownLatch(1);
        background.request(
                "key",
                cancellation -> {
                    told.add(cancellation);
                    return waitForever(new CountDownLatch(1), interrupted);
                },
                outcomes::add);
        Cancellation cancellation = told.take();
        assertFalse(cancellation.isCancelled());
        background.cancel("key");
        assertTrue(cancellation.isCancelled());
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
        assertTrue(outcomes.isEmpty());
    }

    private static String waitForever(CountDownLatch started, CountDownLatch interrupted)
            throws InterruptedException {
        started.countDown();
        try {
            new CountDownLatch(1).await();
            return "never";
        } finally {
            interrupted.countDown();
        }
    }
}
