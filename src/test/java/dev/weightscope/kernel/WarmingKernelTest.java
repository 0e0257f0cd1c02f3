package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.RandomStream.Purpose;
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

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
