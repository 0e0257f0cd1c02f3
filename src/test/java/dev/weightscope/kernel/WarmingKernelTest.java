package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.engine.Engine;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WarmingKernelTest {
    private static final RandomStream STREAM = new RandomStream(1, 1, Purpose.WEIGHTS);

    @Test
    void theFirstFormComputesUntilTheLaterOneIsWarm() throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger first = new AtomicInteger();
        AtomicInteger later = new AtomicInteger();
        try (WarmingKernel kernel =
                new WarmingKernel(
                        counting(first),
                        counting(later),
                        Duration.ZERO,
                        _ -> awaitQuietly(mayEnd))) {
            fill(kernel);
            assertEquals(1, first.get());
            assertEquals(0, later.get());
            mayEnd.countDown();
            while (later.get() == 0) {
                fill(kernel);
            }
            assertEquals(1, later.get());
        }
    }

    @Test
    void theFirstFormIsClosedAtTheChangeAndItsCallsInProgressEndWell() {
        int size = 100_000;
        float[] expected = new float[size];
        float[] found = new float[size];
        CountDownLatch computing = new CountDownLatch(1);
        CountDownLatch firstClosed = new CountDownLatch(1);
        try (ScalarKernel scalar = new ScalarKernel(2);
                WarmingKernel kernel =
                        new WarmingKernel(
                                tellingOfItsEnd(scalar, firstClosed),
                                new ScalarKernel(1),
                                Duration.ZERO,
                                _ -> awaitQuietly(computing))) {
            kernel.fill(
                    new UnitDraw.Uniform(),
                    STREAM,
                    0,
                    found,
                    0,
                    size,
                    () -> {
                        computing.countDown();
                        awaitQuietly(firstClosed);
                        return false;
                    });
            scalar.fill(new UnitDraw.Uniform(), STREAM, 0, expected, 0, size, Cancellation.NEVER);
            assertArrayEquals(expected, found);
            fill(kernel);
        }
    }

    @Test
    void aRunInWhoseMidstTheFormChangesGivesTheSameBits() {
        Experiment experiment = Experiment.DEFAULT.withSamples(70).withWidth(60).withDepth(6);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        AtomicInteger looks = new AtomicInteger();
        try (ScalarKernel scalar = new ScalarKernel(2);
                WarmingKernel kernel =
                        new WarmingKernel(
                                tellingOfItsEnd(new ScalarKernel(2), changed),
                                Kernels.choose(Kernels.Choice.VECTOR, 2),
                                Duration.ZERO,
                                _ -> awaitQuietly(mayEnd))) {
            Snapshot found =
                    new Engine(kernel)
                            .run(
                                    experiment,
                                    () -> {
                                        if (looks.incrementAndGet() == 40) {
                                            mayEnd.countDown();
                                            awaitQuietly(changed);
                                        }
                                        return false;
                                    });
            assertEquals(
                    new Engine(scalar).run(experiment, Cancellation.NEVER).layers(),
                    found.layers());
            assertTrue(looks.get() > 80, "looks " + looks);
        }
    }

    @Test
    void closingEndsTheRehearsal() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        WarmingKernel kernel =
                new WarmingKernel(
                        new ScalarKernel(1),
                        new ScalarKernel(1),
                        Duration.ZERO,
                        cancellation -> {
                            begun.countDown();
                            try {
                                while (true) {
                                    cancellation.throwIfCancelled();
                                    Thread.onSpinWait();
                                }
                            } finally {
                                ended.countDown();
                            }
                        });
        begun.await();
        kernel.close();
        ended.await();
    }

    @Test
    void theRehearsalRunsEveryLoopToItsEnd() {
        boolean[] asked = {false};
        new VectorRehearsal()
                .run(() -> {
                    asked[0] = true;
                    return false;
                });
        assertTrue(asked[0], "it looks at its cancellation");
    }

    private static void fill(Kernel kernel) {
        kernel.fill(new UnitDraw.Uniform(), STREAM, 0, new float[4], 0, 4, Cancellation.NEVER);
    }

    /// A kernel that only counts its fills.
    private static Kernel counting(AtomicInteger fills) {
        return (Kernel)
                Proxy.newProxyInstance(
                        Kernel.class.getClassLoader(),
                        new Class<?>[] {Kernel.class},
                        (_, method, _) -> {
                            if (method.getName().equals("fill")) {
                                fills.incrementAndGet();
                            }
                            return null;
                        });
    }

    private static Kernel tellingOfItsEnd(Kernel kernel, CountDownLatch closed) {
        return (Kernel)
                Proxy.newProxyInstance(
                        Kernel.class.getClassLoader(),
                        new Class<?>[] {Kernel.class},
                        (_, method, arguments) -> {
                            Object result = method.invoke(kernel, arguments);
                            if (method.getName().equals("close")) {
                                closed.countDown();
                            }
                            return result;
                        });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
