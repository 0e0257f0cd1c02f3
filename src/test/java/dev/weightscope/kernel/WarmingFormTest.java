package dev.weightscope.kernel;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.Engine;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WarmingFormTest {
    private static final RandomStream STREAM = new RandomStream(1, 1, Purpose.WEIGHTS);

    private final Form first = new ScalarForm();
    private final Form later = new VectorForm();

    @Test
    void theFirstFormComputesUntilTheLaterOneIsCompiled() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (WarmingForm form = warming((_, _) -> awaitQuietly(mayEnd))) {
            assertSame(first, form.get());
            assertEquals(first.label(), form.description());
            mayEnd.countDown();
            awaitTheLater(form);
            assertEquals(later.label(), form.description());
        }
    }

    @Test
    void whatIsRehearsedIsTheLaterForm() {
        AtomicReference<Form> rehearsed = new AtomicReference<>();
        try (WarmingForm form = warming((which, _) -> rehearsed.set(which))) {
            awaitTheLater(form);
            assertSame(later, rehearsed.get());
        }
    }

    @Test
    void aCallInProgressEndsInTheFormThatItBeganIn() {
        int size = 100_000;
        float[] expected = new float[size];
        float[] found = new float[size];
        CountDownLatch mayEnd = new CountDownLatch(1);
        WarmingForm form = warming((_, _) -> awaitQuietly(mayEnd));
        try (Kernel scalar = Kernels.scalar(2);
                Kernel kernel = new TiledKernel(form, 2)) {
            kernel.fill(
                    new UnitDraw.Uniform(),
                    STREAM,
                    0,
                    found,
                    0,
                    size,
                    () -> {
                        mayEnd.countDown();
                        awaitTheLater(form);
                        return false;
                    });
            scalar.fill(new UnitDraw.Uniform(), STREAM, 0, expected, 0, size, Cancellation.NEVER);
            assertArrayEquals(expected, found);
        }
    }

    @Test
    void aRunDuringWhichTheFormChangesGivesTheSameBits() {
        Experiment experiment = Experiment.DEFAULT.withSamples(70).withWidth(60).withDepth(6);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger looks = new AtomicInteger();
        WarmingForm form = warming((_, _) -> awaitQuietly(mayEnd));
        try (Kernel scalar = Kernels.scalar(2);
                Kernel kernel = new TiledKernel(form, 2)) {
            Snapshot found =
                    new Engine(kernel)
                            .run(
                                    experiment,
                                    () -> {
                                        if (looks.incrementAndGet() == 40) {
                                            mayEnd.countDown();
                                            awaitTheLater(form);
                                        }
                                        return false;
                                    });
            assertEquals(
                    new Engine(scalar).run(experiment, Cancellation.NEVER).layers(),
                    found.layers());
            assertTrue(looks.get() > 80, "looks " + looks);
        }
    }

    /// Work under way goes over to vectors with its next call, though nothing else is ready yet;
    /// the description is of what computes, and says so as soon as it has changed.
    @Test
    void theSmallLoopsAreMadeReadyFirstWhenTheyAreAskedForAndSaySo() {
        CountDownLatch changed = new CountDownLatch(1);
        AtomicBoolean othersWentOn = new AtomicBoolean();
        AtomicReference<WarmingForm> warmed = new AtomicReference<>();
        CountDownLatch mayGoOn = new CountDownLatch(1);
        WarmingForm form =
                new WarmingForm(
                        first,
                        () -> {
                            awaitQuietly(mayGoOn);
                            return Optional.of(later);
                        },
                        Duration.ZERO,
                        (_, cancellation) -> {
                            cancellation.throwIfCancelled();
                            othersWentOn.set(requireNonNull(warmed.get()).small() == later.small());
                        });
        warmed.set(form);
        try (form) {
            assertFalse(form.isAwaited());
            assertSame(first.small(), form.small());
            assertTrue(form.isAwaited());
            assertEquals(first.label(), form.description());
            form.whenChanged(changed::countDown);
            mayGoOn.countDown();
            awaitQuietly(changed);
            assertSame(later.small(), form.small());
            assertEquals(later.label(), form.description());
            awaitTheLater(form);
            assertTrue(othersWentOn.get(), "they waited");
            assertFalse(form.isAwaited());
        }
    }

    /// Long work does not wait for loops that it has no use for.
    @Test
    void inAHurryTheLaterFormIsTakenAtOnceAndNothingIsRehearsedAnyMore() {
        CountDownLatch rehearses = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        WarmingForm form = warming(endless(rehearses, ended));
        try (form) {
            awaitQuietly(rehearses);
            assertSame(first, form.get());
            form.hurry();
            assertSame(later, form.get());
            awaitQuietly(ended);
            form.hurry();
            assertSame(later, form.get());
            assertSame(first.small(), form.small());
        }
    }

    @Test
    void closingEndsWhatStandsAside() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        WarmingForm form =
                warming((_, cancellation) -> {
                    thread.set(Thread.currentThread());
                    begun.countDown();
                    awaitQuietly(mayGoOn);
                    cancellation.throwIfCancelled();
                });
        awaitQuietly(begun); // closed sooner, it would rehearse nothing
        assertSame(first.small(), form.small());
        form.close();
        mayGoOn.countDown();
        awaitTheEnd(thread);
        assertSame(first, form.get());
    }

    @Test
    void withTooLittleMemoryThePlainLoopsStayAndTheDescriptionSaysSo() {
        List<Error> errors = List.of(new OutOfMemoryError(), new NoClassDefFoundError());
        int checked = 0;
        for (Error error : errors) {
            AtomicReference<Throwable> uncaught = new AtomicReference<>();
            AtomicReference<Thread> thread = new AtomicReference<>();
            CountDownLatch mayEnd = new CountDownLatch(1);
            try (Kernel kernel =
                    new TiledKernel(
                            warming((_, _) -> {
                                Thread warming = Thread.currentThread();
                                warming.setUncaughtExceptionHandler(
                                        (_, thrown) -> uncaught.set(thrown));
                                thread.set(warming);
                                awaitQuietly(mayEnd);
                                throw error;
                            }),
                            2)) {
                assertEquals("scalar, 2 threads", kernel.description());
                mayEnd.countDown();
                awaitTheEnd(thread);
                assertNull(uncaught.get());
                assertEquals(
                        "scalar (too little memory to compile vectors), 2 threads",
                        kernel.description());
                fill(kernel);
                checked++;
            }
        }
        assertEquals(2, checked);
    }

    @Test
    void nothingOfTheLaterFormIsMadeWithinTheHeadStart() {
        AtomicInteger made = new AtomicInteger();
        WarmingForm form =
                new WarmingForm(
                        first,
                        () -> {
                            made.incrementAndGet();
                            return Optional.of(later);
                        },
                        Duration.ofHours(1),
                        (_, _) -> made.incrementAndGet());
        form.close();
        assertEquals(0, made.get());
        assertSame(first, form.get());
    }

    @Test
    void theHeadStartEndsWhenNothingUrgentIsLeft() {
        try (WarmingForm form =
                new WarmingForm(
                        first, () -> Optional.of(later), Duration.ofHours(1), (_, _) -> {})) {
            assertSame(first, form.get());
            form.prepare();
            awaitTheLater(form);
            form.prepare();
            assertSame(later, form.get());
        }
    }

    @Test
    void whereThereIsNoLaterFormTheFirstStays() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        try (WarmingForm form =
                new WarmingForm(
                        first,
                        () -> {
                            thread.set(Thread.currentThread());
                            return Optional.empty();
                        },
                        Duration.ZERO,
                        (_, _) -> {
                            throw new IllegalStateException("there is nothing to rehearse");
                        })) {
            awaitTheEnd(thread);
            assertSame(first, form.get());
            assertEquals("scalar", form.description());
        }
    }

    @Test
    void closingEndsTheRehearsal() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Kernel kernel = new TiledKernel(warming(endless(begun, ended)), 1);
        begun.await();
        kernel.close();
        ended.await();
    }

    @Test
    void theRehearsalRunsEveryLoopToItsEnd() {
        boolean[] asked = {false};
        new VectorRehearsal()
                .run(
                        later,
                        () -> {
                            asked[0] = true;
                            return false;
                        });
        assertTrue(asked[0], "it looks at its cancellation");
    }

    /// One that only its cancellation ends.
    ///
    /// @param begun counted down when it begins
    /// @param ended counted down when it has ended
    private static WarmingForm.Rehearsal endless(CountDownLatch begun, CountDownLatch ended) {
        return (_, cancellation) -> {
            begun.countDown();
            try {
                while (true) {
                    cancellation.throwIfCancelled();
                    Thread.onSpinWait();
                }
            } finally {
                ended.countDown();
            }
        };
    }

    private WarmingForm warming(WarmingForm.Rehearsal rehearsal) {
        return new WarmingForm(first, () -> Optional.of(later), Duration.ZERO, rehearsal);
    }

    private void awaitTheLater(WarmingForm form) {
        while (form.get() != later) {
            Thread.onSpinWait();
        }
    }

    private static void awaitTheEnd(AtomicReference<Thread> thread) {
        while (thread.get() == null) {
            Thread.onSpinWait();
        }
        try {
            thread.get().join();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    private static void fill(Kernel kernel) {
        kernel.fill(new UnitDraw.Uniform(), STREAM, 0, new float[4], 0, 4, Cancellation.NEVER);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
