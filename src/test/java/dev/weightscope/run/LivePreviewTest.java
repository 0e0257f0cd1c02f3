package dev.weightscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An overtaken run's first answer, and the pause that leaves the processors to its picture.
@Timeout(30)
class LivePreviewTest extends LiveRunFixture {
    private static final Haste HASTE =
            new Haste(
                    Duration.ofHours(1),
                    Duration.ofMillis(100),
                    Duration.ofMillis(150),
                    Duration.ZERO,
                    Duration.ofHours(1));

    @Test
    void firstAnswerThatComesSoonIsDeliveredThoughItIsOvertaken() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        LiveRun<Experiment, Snapshot> live =
                start(
                        (experiment, cancellation, _) -> {
                            begun.countDown();
                            awaitQuietly(overtaken);
                            return engine.run(experiment, cancellation);
                        },
                        Duration.ofHours(1),
                        Duration.ZERO);
        live.request(List.of(FIRST, THIRD));
        begun.await();
        live.request(List.of(SECOND));
        overtaken.countDown();
        assertEquals(FIRST, delivered.take().question());
        assertEquals(SECOND, delivered.take().question(), "the rest of the first is dropped");
        assertTrue(delivered.isEmpty());
    }

    @Test
    void previewIsTheFirstAnswerOfARequestAndTheLastOnceItIsOvertaken()
            throws InterruptedException {
        Snapshot coarse = engine.run(FIRST, Cancellation.NEVER);
        CountDownLatch overtaken = new CountDownLatch(1);
        LiveRun<Experiment, Snapshot> live =
                start(
                        (experiment, cancellation, preview) -> {
                            if (experiment.equals(FIRST) && preview.wantsPartial()) {
                                preview.partial(coarse);
                                awaitQuietly(overtaken);
                            }
                            return engine.run(experiment, cancellation);
                        },
                        Duration.ofHours(1),
                        Duration.ZERO);
        live.request(List.of(FIRST, THIRD));
        assertEquals(new Answer.Partial<>(coarse.experiment(), coarse), delivered.take());
        live.request(List.of(SECOND));
        overtaken.countDown();
        assertEquals(SECOND, delivered.take().question());
        assertTrue(delivered.isEmpty());
    }

    @Test
    void whileTheHandMovesTheProcessorsAreLeftToThePictureOfAPreview() throws InterruptedException {
        Snapshot coarse = engine.run(SECOND, Cancellation.NEVER);
        CountDownLatch begun = new CountDownLatch(1);
        BlockingQueue<Boolean> retiredAfterItsPreview = new LinkedBlockingQueue<>();
        LiveRun<Experiment, Snapshot> live =
                start(
                        (experiment, cancellation, preview) -> {
                            if (experiment.equals(FIRST)) {
                                begun.countDown();
                                untilCancelled(cancellation);
                            } else if (experiment.equals(SECOND) && preview.wantsPartial()) {
                                preview.partial(coarse);
                                retiredAfterItsPreview.add(cancellation.isCancelled());
                            }
                            return engine.run(experiment, cancellation);
                        },
                        Duration.ZERO,
                        Duration.ofHours(1));
        live.request(List.of(FIRST));
        begun.await();
        live.request(List.of(SECOND)); // overtakes
        assertEquals(new Answer.Partial<>(coarse.experiment(), coarse), delivered.take());
        live.request(List.of(THIRD));
        assertTrue(retiredAfterItsPreview.take(), "nothing is computed between the two");
        assertEquals(THIRD, delivered.take().question());
    }

    @Test
    void requestThatOvertakesNoneIsAnsweredWithoutAPause() throws InterruptedException {
        Snapshot coarse = engine.run(FIRST, Cancellation.NEVER);
        LiveRun<Experiment, Snapshot> live =
                start(
                        (experiment, cancellation, preview) -> {
                            if (preview.wantsPartial()) {
                                preview.partial(coarse);
                            }
                            return engine.run(experiment, cancellation);
                        },
                        Duration.ZERO,
                        Duration.ofHours(1));
        live.request(List.of(FIRST));
        assertEquals(new Answer.Partial<>(coarse.experiment(), coarse), delivered.take());
        assertInstanceOf(Answer.Complete.class, delivered.take());
    }

    @Test
    void wholeAnswerComesOnceTheHandStandsStill() throws InterruptedException {
        Snapshot coarse = engine.run(SECOND, Cancellation.NEVER);
        CountDownLatch begun = new CountDownLatch(1);
        LiveRun<Experiment, Snapshot> live =
                start(
                        (experiment, cancellation, preview) -> {
                            if (experiment.equals(FIRST)) {
                                begun.countDown();
                                untilCancelled(cancellation);
                            } else if (preview.wantsPartial()) {
                                preview.partial(coarse);
                            }
                            return engine.run(experiment, cancellation);
                        },
                        Duration.ZERO,
                        Haste.USUAL.pause());
        live.request(List.of(FIRST));
        begun.await();
        live.request(List.of(SECOND)); // and then no more
        assertEquals(new Answer.Partial<>(coarse.experiment(), coarse), delivered.take());
        assertInstanceOf(Answer.Complete.class, delivered.take());
    }

    @Test
    void wholeAnswerThatIsReadySoonIsShownThoughTheHandHasMovedOn() throws InterruptedException {
        record Case(long likelyMillis, long readyMillis, List<Experiment> answered) {}
        Case[] table = {
            new Case(50, 99, List.of(FIRST, SECOND)),
            new Case(50, 100, List.of(SECOND)),
            new Case(
                    76,
                    0,
                    List.of(SECOND)), // not even begun: the picture would stand still too long
        };
        int checked = 0;
        for (Case each : table) {
            AtomicLong clock = new AtomicLong();
            Worker worker = new Worker(HASTE, clock::get);
            started.add(worker);
            CountDownLatch chosen = new CountDownLatch(1);
            CountDownLatch ready = new CountDownLatch(1);
            Snapshot coarse = engine.run(FIRST, Cancellation.NEVER);
            LiveRun<Experiment, Snapshot> live =
                    new LiveRun<>(
                            worker,
                            (experiment, cancellation, preview) -> {
                                if (experiment.equals(FIRST)) {
                                    preview.partial(coarse, Duration.ofMillis(each.likelyMillis));
                                    chosen.countDown();
                                    awaitQuietly(ready);
                                    cancellation.throwIfCancelled();
                                }
                                return engine.run(experiment, Cancellation.NEVER);
                            },
                            Runnable::run,
                            delivered::add);
            clock.set(HASTE.wholeEvery().toNanos()); // its turn
            live.request(List.of(FIRST));
            assertInstanceOf(Answer.Partial.class, delivered.take());
            chosen.await(); // before the clock goes on
            live.request(List.of(SECOND));
            clock.addAndGet(Duration.ofMillis(each.readyMillis).toNanos());
            ready.countDown();
            for (Experiment answered : each.answered) {
                Answer<Experiment, Snapshot> answer = delivered.take();
                assertInstanceOf(Answer.Complete.class, answer);
                assertEquals(answered, answer.question());
            }
            assertTrue(delivered.isEmpty());
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    void wholeAnswersHaveTheirTurnsAndFewerIfTheyComeTooLate() {
        WholeTurns turns = new WholeTurns(150, 1000);
        assertFalse(turns.isDue(1149, 75));
        assertTrue(turns.isDue(1150, 75));
        assertFalse(turns.isDue(1151, 76), "the picture is to move twice as long before");
        assertTrue(turns.isDue(1152, 76));
        turns.came(1200);
        assertFalse(turns.isDue(1349, 0));
        assertTrue(turns.isDue(1350, 0));
        long now = 2000;
        int checked = 0;
        for (long wait : new long[] {300, 600, 1200, 2400, 4800, 4800}) {
            turns.failed(now);
            assertFalse(turns.isDue(now + wait - 1, 0));
            assertTrue(turns.isDue(now + wait, 0));
            now += wait;
            checked++;
        }
        assertEquals(6, checked);
        turns.cameAtRest(now);
        assertFalse(turns.isDue(now + 4799, 0), "no sign that one would come in time");
        assertTrue(turns.isDue(now + 4800, 0));
        turns.came(now);
        assertTrue(turns.isDue(now + 150, 0));
    }

    @Test
    void onlyTheMostUrgentExperimentHasAPreview() throws InterruptedException {
        List<Experiment> previewed = new ArrayList<>();
        LiveRun<Experiment, Snapshot> live =
                start((experiment, cancellation, preview) -> {
                    if (preview.wantsPartial()) {
                        previewed.add(experiment);
                    }
                    return engine.run(experiment, cancellation);
                });
        live.request(List.of(FIRST, SECOND, THIRD));
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(Answer.Complete.class, delivered.take());
        }
        assertEquals(List.of(FIRST), previewed);
    }
}
