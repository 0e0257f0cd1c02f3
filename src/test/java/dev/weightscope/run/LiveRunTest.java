package dev.weightscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.Engine;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.lab.Computation;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.CustomInitializer;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Step;
import dev.weightscope.model.WeightInitializer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LiveRunTest extends LiveRunFixture {
    @Test
    void experimentsAreAnsweredInTheOrderOfTheirUrgency() throws InterruptedException {
        start((experiment, cancellation, _) -> engine.run(experiment, cancellation))
                .request(List.of(SECOND, FIRST, THIRD));
        Engine another = new Engine(kernel);
        for (Experiment expected : List.of(SECOND, FIRST, THIRD)) {
            Snapshot answer = ((Answer.Complete<Experiment, Snapshot>) delivered.take()).answer();
            assertEquals(expected, answer.experiment());
            assertEquals(another.run(expected, Cancellation.NEVER).layers(), answer.layers());
        }
    }

    @Test
    void newestRequestWins() throws InterruptedException {
        Stubborn stubborn = new Stubborn(FIRST);
        LiveRun<Experiment, Snapshot> live = start(stubborn);
        live.request(List.of(FIRST, THIRD));
        stubborn.begun.await();
        live.request(List.of(SECOND));
        assertEquals(SECOND, delivered.take().question());
        assertEquals(2, stubborn.runs.get(), "the rest of a replaced request is not begun");
        assertTrue(delivered.isEmpty());
    }

    @Test
    void retiredRunPublishesNothing() throws InterruptedException {
        Stubborn stubborn = new Stubborn(FIRST);
        LiveRun<Experiment, Snapshot> live =
                start((experiment, cancellation, _) -> {
                    try {
                        return stubborn.solve(experiment, cancellation, ProgressListener.none());
                    } finally {
                        stubborn.retired.countDown();
                    }
                });
        live.request(List.of(FIRST));
        stubborn.begun.await();
        live.request(List.of());
        stubborn.retired.await();
        live.request(List.of(SECOND));
        assertEquals(SECOND, delivered.take().question());
        assertTrue(delivered.isEmpty());
    }

    @Test
    void runThatEndsAfterItWasRetiredPublishesNothing() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        LiveRun<Experiment, Snapshot> live =
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
        assertEquals(SECOND, delivered.take().question());
        assertTrue(delivered.isEmpty());
    }

    @Test
    void thousandAnswersCostOneDelivery() throws InterruptedException {
        BlockingQueue<Runnable> deliveries = new LinkedBlockingQueue<>();
        Stubborn stubborn = new Stubborn(SMALL.withSeed(1001));
        LiveRun<Experiment, Snapshot> live =
                new LiveRun<>(
                        worker(Duration.ZERO, Duration.ZERO),
                        stubborn,
                        deliveries::add,
                        delivered::add);
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
        Engine modest = new Engine(kernel, new MemoryBudget(1 << 20, 0));
        start((experiment, cancellation, _) -> modest.run(experiment, cancellation))
                .request(List.of(large, FIRST));
        assertEquals(
                new Answer.Refused<>(
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
        start((experiment, cancellation, _) -> engine.run(experiment, cancellation))
                .request(List.of(failing, tooShort, FIRST));
        assertEquals(
                new Answer.Refused<>(
                        failing,
                        "initializer \"broken\": weights(3, 3) for layer 1 failed with"
                                + " java.lang.IllegalStateException: no idea"),
                delivered.take());
        assertEquals(
                new Answer.Refused<>(
                        tooShort,
                        "initializer \"broken\": weights(3, 3) for layer 1 returned 8 numbers, not"
                                + " 9"),
                delivered.take());
        assertInstanceOf(Answer.Complete.class, delivered.take());
    }

    @Test
    void memoryThatRunsOutAllTheSameIsAnAnswerToo() throws InterruptedException {
        LiveRun<Experiment, Snapshot> live =
                start((experiment, cancellation, _) -> {
                    if (experiment.equals(FIRST)) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                    return engine.run(experiment, cancellation);
                });
        live.request(List.of(FIRST, SECOND));
        assertEquals(
                new Answer.Refused<>(
                        FIRST,
                        "there is not enough memory left for this experiment; fewer samples or a"
                                + " smaller width would fit"),
                delivered.take());
        assertEquals(SECOND, delivered.take().question());
    }

    @Test
    void failureOfARunThatNobodyWaitsForIsNoAnswer() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        LiveRun<Experiment, Snapshot> live =
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
        assertEquals(SECOND, delivered.take().question());
        assertTrue(delivered.isEmpty());
    }

    @Test
    void closingRetiresTheRunAndDropsWhatComesLater() throws InterruptedException {
        Stubborn stubborn = new Stubborn(FIRST);
        LiveRun<Experiment, Snapshot> live = start(stubborn);
        live.request(List.of(FIRST));
        stubborn.begun.await();
        started.getFirst().close();
        stubborn.retired.await();
        live.request(List.of(SECOND));
        assertEquals(1, stubborn.runs.get());
        assertTrue(delivered.isEmpty());
    }

    @Test
    void anotherLabsRequestRetiresThisOnesRun() throws InterruptedException {
        Stubborn stubborn = new Stubborn(FIRST);
        Worker worker = worker(Duration.ZERO, Duration.ZERO);
        var hidden = new LiveRun<>(worker, stubborn, Runnable::run, delivered::add);
        BlockingQueue<Answer<String, Integer>> lengths = new LinkedBlockingQueue<>();
        LiveRun<String, Integer> inSight =
                new LiveRun<>(worker, (word, _, _) -> word.length(), Runnable::run, lengths::add);
        hidden.request(List.of(FIRST, SECOND));
        stubborn.begun.await();
        inSight.request(List.of("seven", "two"));
        assertEquals(new Answer.Complete<>("seven", 5), lengths.take());
        assertEquals(new Answer.Complete<>("two", 3), lengths.take());
        assertTrue(delivered.isEmpty());
        assertEquals(1, stubborn.runs.get(), "what is out of sight is not begun");
    }

    @Test
    void aLongRunTellsWhereItIsAndAShortOneDoesNot() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        LiveRun<Experiment, Snapshot> live =
                start((experiment, cancellation, listener) -> {
                    Step step = new Step("layer", 1, 2);
                    listener.step(step);
                    if (experiment.equals(SECOND)) {
                        while (told.getCount() > 0) {
                            listener.step(step);
                        }
                    }
                    return engine.run(experiment, cancellation);
                });
        live.request(List.of(FIRST));
        assertInstanceOf(Answer.Complete.class, delivered.take());
        live.request(List.of(SECOND));
        assertEquals(new Answer.AtStep<>(SECOND, new Step("layer", 1, 2)), delivered.take());
        told.countDown();
        Answer<Experiment, Snapshot> next = delivered.take();
        while (next instanceof Answer.AtStep) { // told again before the latch was seen
            next = delivered.take();
        }
        assertInstanceOf(Answer.Complete.class, next);
    }

    @Test
    void whoeverWasUsedRestsOnceWhenNobodyAsks() throws InterruptedException {
        BlockingQueue<String> rested = new LinkedBlockingQueue<>();
        Worker worker =
                new Worker(
                        new Haste(
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ofHours(1),
                                Duration.ZERO,
                                Duration.ZERO),
                        System::nanoTime);
        started.add(worker);
        Computation<Experiment, Snapshot> computation =
                new Computation<>() {
                    @Override
                    public Snapshot solve(
                            Experiment experiment,
                            Cancellation cancellation,
                            ProgressListener<Snapshot> listener) {
                        return engine.run(experiment, cancellation);
                    }

                    @Override
                    public void rest() {
                        rested.add("rested");
                    }
                };
        new LiveRun<>(worker, computation, Runnable::run, delivered::add)
                .request(List.of(FIRST, SECOND));
        assertEquals("rested", rested.take());
        assertEquals(2, delivered.size());
        assertTrue(rested.isEmpty());
    }

    @Test
    void whatAnotherLabHoldsIsGivenBackBeforeThisOneBegins() throws InterruptedException {
        BlockingQueue<String> acts = new LinkedBlockingQueue<>();
        record Noted(String name, BlockingQueue<String> acts)
                implements Computation<Integer, Integer> {
            @Override
            public Integer solve(
                    Integer question,
                    Cancellation cancellation,
                    ProgressListener<Integer> listener) {
                acts.add(name + " runs");
                return question;
            }

            @Override
            public void rest() {
                acts.add(name + " rests");
            }
        }
        Worker worker = worker(Duration.ZERO, Duration.ZERO);
        BlockingQueue<Answer<Integer, Integer>> answers = new LinkedBlockingQueue<>();
        var first = new LiveRun<>(worker, new Noted("a", acts), Runnable::run, answers::add);
        var second = new LiveRun<>(worker, new Noted("b", acts), Runnable::run, answers::add);
        first.request(List.of(1));
        answers.take();
        first.request(List.of(2));
        answers.take();
        second.request(List.of(3));
        answers.take();
        assertEquals(List.of("a runs", "a runs", "a rests", "b runs"), List.copyOf(acts));
    }

    /// The engine, but one experiment goes on until it is cancelled.
    private final class Stubborn implements Computation<Experiment, Snapshot> {
        private final Experiment endless;
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch retired = new CountDownLatch(1);
        private final AtomicInteger runs = new AtomicInteger();

        Stubborn(Experiment endless) {
            this.endless = endless;
        }

        @Override
        public Snapshot solve(
                Experiment experiment,
                Cancellation cancellation,
                ProgressListener<Snapshot> listener) {
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
