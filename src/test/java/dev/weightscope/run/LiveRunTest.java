package dev.weightscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.Engine;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.ScalarKernel;
import dev.weightscope.model.CustomInitializer;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.WeightInitializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LiveRunTest {
    private static final Experiment SMALL =
            Experiment.DEFAULT.withSamples(2).withWidth(3).withDepth(1);
    private static final Experiment FIRST = SMALL.withSeed(1);
    private static final Experiment SECOND = SMALL.withSeed(2);
    private static final Experiment THIRD = SMALL.withSeed(3);

    private final Kernel kernel = new ScalarKernel(1);
    private final Engine engine = new Engine(kernel);
    private final BlockingQueue<Answer> delivered = new LinkedBlockingQueue<>();
    private final List<LiveRun> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(LiveRun::close);
        kernel.close();
    }

    @Test
    void experimentsAreAnsweredInTheOrderOfTheirUrgency() throws InterruptedException {
        start(engine::run).request(List.of(SECOND, FIRST, THIRD));
        Engine another = new Engine(kernel);
        for (Experiment expected : List.of(SECOND, FIRST, THIRD)) {
            Snapshot answer = assertInstanceOf(Answer.Complete.class, delivered.take()).snapshot();
            assertEquals(expected, answer.experiment());
            assertEquals(another.run(expected, Cancellation.NEVER).layers(), answer.layers());
        }
    }

    @Test
    void newestRequestWins() throws InterruptedException {
        Stubborn stubborn = new Stubborn(FIRST);
        LiveRun live = start(stubborn);
        live.request(List.of(FIRST, THIRD));
        stubborn.begun.await();
        live.request(List.of(SECOND));
        assertEquals(SECOND, delivered.take().experiment());
        assertEquals(2, stubborn.runs.get(), "the rest of a replaced request is not begun");
        assertTrue(delivered.isEmpty());
    }

    @Test
    void retiredRunPublishesNothing() throws InterruptedException {
        Stubborn stubborn = new Stubborn(FIRST);
        LiveRun live =
                start((experiment, cancellation, _) -> {
                    try {
                        return stubborn.run(experiment, cancellation, null);
                    } finally {
                        stubborn.retired.countDown();
                    }
                });
        live.request(List.of(FIRST));
        stubborn.begun.await();
        live.request(List.of());
        stubborn.retired.await();
        live.request(List.of(SECOND));
        assertEquals(SECOND, delivered.take().experiment());
        assertTrue(delivered.isEmpty());
    }

    @Test
    void runThatEndsAfterItWasRetiredPublishesNothing() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        LiveRun live =
                start((experiment, cancellation, _) -> {
                    if (experiment.equals(FIRST)) {
                        begun.countDown();
                        untilCancelled(cancellation);
                    }
                    return engine.run(experiment, Cancellation.NEVER);
                });
        live.request(List.of(FIRST));
        begun.await();
        live.request(List.of(SECOND));
        assertEquals(SECOND, delivered.take().experiment());
        assertTrue(delivered.isEmpty());
    }

    @Test
    void firstAnswerThatComesSoonIsDeliveredThoughItIsOvertaken() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        LiveRun live =
                start(
                        (experiment, cancellation, _) -> {
                            begun.countDown();
                            awaitQuietly(overtaken);
                            return engine.run(experiment, cancellation);
                        },
                        Duration.ofHours(1));
        live.request(List.of(FIRST, THIRD));
        begun.await();
        live.request(List.of(SECOND));
        overtaken.countDown();
        assertEquals(FIRST, delivered.take().experiment());
        assertEquals(SECOND, delivered.take().experiment(), "the rest of the first is dropped");
        assertTrue(delivered.isEmpty());
    }

    @Test
    void previewIsTheFirstAnswerOfARequestAndTheLastOnceItIsOvertaken()
            throws InterruptedException {
        Snapshot coarse = engine.run(FIRST, Cancellation.NEVER);
        CountDownLatch overtaken = new CountDownLatch(1);
        LiveRun live =
                start(
                        (experiment, cancellation, preview) -> {
                            if (experiment.equals(FIRST) && preview != null) {
                                preview.accept(coarse);
                                awaitQuietly(overtaken);
                            }
                            return engine.run(experiment, cancellation);
                        },
                        Duration.ofHours(1));
        live.request(List.of(FIRST, THIRD));
        assertEquals(new Answer.Preview(coarse), delivered.take());
        live.request(List.of(SECOND));
        overtaken.countDown();
        assertEquals(SECOND, delivered.take().experiment());
        assertTrue(delivered.isEmpty());
    }

    @Test
    void whileTheHandMovesTheProcessorsAreLeftToThePictureOfAPreview() throws InterruptedException {
        Snapshot coarse = engine.run(SECOND, Cancellation.NEVER);
        CountDownLatch begun = new CountDownLatch(1);
        BlockingQueue<Boolean> retiredAfterItsPreview = new LinkedBlockingQueue<>();
        LiveRun live =
                start(
                        (experiment, cancellation, preview) -> {
                            if (experiment.equals(FIRST)) {
                                begun.countDown();
                                untilCancelled(cancellation);
                            } else if (experiment.equals(SECOND) && preview != null) {
                                preview.accept(coarse);
                                retiredAfterItsPreview.add(cancellation.isCancelled());
                            }
                            return engine.run(experiment, cancellation);
                        },
                        Duration.ZERO,
                        Duration.ofHours(1));
        live.request(List.of(FIRST));
        begun.await();
        live.request(List.of(SECOND)); // overtakes
        assertEquals(new Answer.Preview(coarse), delivered.take());
        live.request(List.of(THIRD));
        assertTrue(retiredAfterItsPreview.take(), "nothing is computed between the two");
        assertEquals(THIRD, delivered.take().experiment());
    }

    @Test
    void requestThatOvertakesNoneIsAnsweredWithoutAPause() throws InterruptedException {
        Snapshot coarse = engine.run(FIRST, Cancellation.NEVER);
        LiveRun live =
                start(
                        (experiment, cancellation, preview) -> {
                            if (preview != null) {
                                preview.accept(coarse);
                            }
                            return engine.run(experiment, cancellation);
                        },
                        Duration.ZERO,
                        Duration.ofHours(1));
        live.request(List.of(FIRST));
        assertEquals(new Answer.Preview(coarse), delivered.take());
        assertInstanceOf(Answer.Complete.class, delivered.take());
    }

    @Test
    void wholeAnswerComesOnceTheHandStandsStill() throws InterruptedException {
        Snapshot coarse = engine.run(SECOND, Cancellation.NEVER);
        CountDownLatch begun = new CountDownLatch(1);
        LiveRun live =
                start(
                        (experiment, cancellation, preview) -> {
                            if (experiment.equals(FIRST)) {
                                begun.countDown();
                                untilCancelled(cancellation);
                            } else if (preview != null) {
                                preview.accept(coarse);
                            }
                            return engine.run(experiment, cancellation);
                        },
                        Duration.ZERO,
                        LiveRun.PAUSE);
        live.request(List.of(FIRST));
        begun.await();
        live.request(List.of(SECOND)); // and then no more
        assertEquals(new Answer.Preview(coarse), delivered.take());
        assertInstanceOf(Answer.Complete.class, delivered.take());
    }

    @Test
    void onlyTheMostUrgentExperimentHasAPreview() throws InterruptedException {
        List<Experiment> previewed = new ArrayList<>();
        LiveRun live =
                start((experiment, cancellation, preview) -> {
                    if (preview != null) {
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

    @Test
    void thousandAnswersCostOneDelivery() throws InterruptedException {
        BlockingQueue<Runnable> deliveries = new LinkedBlockingQueue<>();
        Stubborn stubborn = new Stubborn(SMALL.withSeed(1001));
        LiveRun live =
                new LiveRun(
                        stubborn, deliveries::add, delivered::add, Duration.ZERO, Duration.ZERO);
        started.add(live);
        live.request(IntStream.rangeClosed(1, 1001).mapToObj(SMALL::withSeed).toList());
        stubborn.begun.await();
        assertEquals(1, deliveries.size());
        deliveries.take().run();
        assertEquals(1000, delivered.size());

        live.request(List.of(SECOND));
        deliveries.take().run();
        assertEquals(1001, delivered.size(), "an emptied outbox asks again");
    }

    @Test
    void refusedExperimentIsAnsweredInOneSentence() throws InterruptedException {
        Experiment large = SMALL.withWidth(1000).withSamples(1000);
        Engine modest = new Engine(kernel, 1 << 20, 0);
        start(modest::run).request(List.of(large, FIRST));
        assertEquals(
                new Answer.Refused(
                        large,
                        "this experiment needs 15.7 MiB, this program may use 1.0 MiB; fewer"
                                + " samples or a smaller width would fit"),
                delivered.take());
        assertInstanceOf(Answer.Complete.class, delivered.take(), "the worker lives on");
    }

    @Test
    void brokenCustomInitializerIsNamedAndTheWorkerLivesOn() throws InterruptedException {
        Experiment failing = SMALL.withInitializer(new CustomInitializer(new Broken(null)));
        Experiment tooShort =
                SMALL.withInitializer(new CustomInitializer(new Broken(new float[8])));
        start(engine::run).request(List.of(failing, tooShort, FIRST));
        assertEquals(
                new Answer.Refused(
                        failing,
                        "initializer \"broken\": weights(3, 3) for layer 1 failed with"
                                + " java.lang.IllegalStateException: no idea"),
                delivered.take());
        assertEquals(
                new Answer.Refused(
                        tooShort,
                        "initializer \"broken\": weights(3, 3) for layer 1 returned 8 numbers, not"
                                + " 9"),
                delivered.take());
        assertInstanceOf(Answer.Complete.class, delivered.take());
    }

    @Test
    void memoryThatRunsOutAllTheSameIsAnAnswerToo() throws InterruptedException {
        LiveRun live =
                start((experiment, cancellation, _) -> {
                    if (experiment.equals(FIRST)) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                    return engine.run(experiment, cancellation);
                });
        live.request(List.of(FIRST, SECOND));
        assertEquals(
                new Answer.Refused(
                        FIRST,
                        "there is not enough memory left for this experiment; fewer samples or a"
                                + " smaller width would fit"),
                delivered.take());
        assertEquals(SECOND, delivered.take().experiment());
    }

    @Test
    void failureOfARunThatNobodyWaitsForIsNoAnswer() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        LiveRun live =
                start((experiment, cancellation, _) -> {
                    if (experiment.equals(FIRST)) {
                        begun.countDown();
                        untilCancelled(cancellation);
                        throw new IllegalStateException("the kernel is closed");
                    }
                    return engine.run(experiment, cancellation);
                });
        live.request(List.of(FIRST));
        begun.await();
        live.request(List.of(SECOND));
        assertEquals(SECOND, delivered.take().experiment());
        assertTrue(delivered.isEmpty());
    }

    @Test
    void closingRetiresTheRunAndDropsWhatComesLater() throws InterruptedException {
        Stubborn stubborn = new Stubborn(FIRST);
        LiveRun live = start(stubborn);
        live.request(List.of(FIRST));
        stubborn.begun.await();
        live.close();
        stubborn.retired.await();
        live.request(List.of(SECOND));
        assertEquals(1, stubborn.runs.get());
        assertTrue(delivered.isEmpty());
    }

    /// With deliveries on the worker's own thread, at once.
    private LiveRun start(Computation computation) {
        return start(computation, Duration.ZERO);
    }

    private LiveRun start(Computation computation, Duration patience) {
        return start(computation, patience, Duration.ZERO);
    }

    private LiveRun start(Computation computation, Duration patience, Duration pause) {
        LiveRun live = new LiveRun(computation, Runnable::run, delivered::add, patience, pause);
        started.add(live);
        return live;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    private static void untilCancelled(Cancellation cancellation) {
        while (!cancellation.isCancelled()) {
            Thread.onSpinWait();
        }
    }

    /// The engine, but one experiment goes on until it is cancelled.
    private final class Stubborn implements Computation {
        private final Experiment endless;
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch retired = new CountDownLatch(1);
        private final AtomicInteger runs = new AtomicInteger();

        Stubborn(Experiment endless) {
            this.endless = endless;
        }

        @Override
        public Snapshot run(
                Experiment experiment,
                Cancellation cancellation,
                @Nullable Consumer<Snapshot> preview) {
            runs.incrementAndGet();
            if (experiment.equals(endless)) {
                begun.countDown();
                untilCancelled(cancellation);
                retired.countDown();
            }
            return engine.run(experiment, cancellation);
        }
    }

    /// Returns what it was given, or fails where that is nothing.
    private record Broken(float @Nullable [] returned) implements WeightInitializer {
        @Override
        public String key() {
            return "broken";
        }

        @Override
        public float[] weights(int fanIn, int fanOut, RandomGenerator random) {
            if (returned == null) {
                throw new IllegalStateException("no idea");
            }
            return returned;
        }
    }
}
