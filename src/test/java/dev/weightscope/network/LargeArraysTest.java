package dev.weightscope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LargeArraysTest {
    private static final int LARGE = 3 << 20;

    private final LargeArrays arrays = new LargeArrays();

    @Test
    void whatIsWantedIsMadeLargeOrSmall() {
        assertEquals(0, arrays.allocate(0, Cancellation.NEVER).length);
        assertEquals(5, arrays.allocate(5, Cancellation.NEVER).length);
        assertEquals(LARGE, arrays.allocate(LARGE, Cancellation.NEVER).length);
    }

    @Test
    void whoGivesUpNeedNotWaitAndTheNextOneGetsTheArray() {
        assertThrows(CancelledException.class, () -> arrays.allocate(LARGE, () -> true));
        assertEquals(LARGE, arrays.allocate(LARGE, Cancellation.NEVER).length);
        assertThrows(CancelledException.class, () -> arrays.allocate(LARGE, () -> true));
        assertEquals(LARGE + 1, arrays.allocate(LARGE + 1, Cancellation.NEVER).length);
    }

    @Test
    void whatFailedForOneWhoGaveUpIsTriedAgainForTheNext() {
        AtomicInteger made = new AtomicInteger();
        LargeArrays scarce =
                new LargeArrays(length -> {
                    if (made.incrementAndGet() != 2) {
                        throw new OutOfMemoryError("as if");
                    }
                    return new float[length];
                });
        assertThrows(CancelledException.class, () -> scarce.allocate(LARGE, () -> true));
        assertEquals(LARGE, scarce.allocate(LARGE, Cancellation.NEVER).length);
        assertThrows(OutOfMemoryError.class, () -> scarce.allocate(LARGE, Cancellation.NEVER));
        assertEquals(3, made.get());
    }

    @Test
    void twoAreNeverMadeAtOnce() {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger inTheMaking = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        LargeArrays slow =
                new LargeArrays(length -> {
                    most.accumulateAndGet(inTheMaking.incrementAndGet(), Math::max);
                    await(go);
                    inTheMaking.decrementAndGet();
                    return new float[length];
                });
        assertThrows(CancelledException.class, () -> slow.allocate(LARGE, () -> true));
        AtomicInteger looks = new AtomicInteger();
        assertThrows(
                CancelledException.class,
                () -> slow.allocate(LARGE + 1, () -> looks.incrementAndGet() > 3));
        slow.releaseUnless(length -> false);
        Cancellation letting =
                () -> {
                    if (looks.incrementAndGet() > 6) {
                        go.countDown();
                    }
                    return false;
                };
        assertEquals(LARGE + 2, slow.allocate(LARGE + 2, letting).length);
        assertEquals(1, most.get());
    }

    @Test
    void whatNobodyMayAskForAgainIsMadeAnewIfSomeoneDoes() {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch bothStarted = new CountDownLatch(2);
        LargeArrays counted =
                new LargeArrays(length -> {
                    made.incrementAndGet();
                    bothStarted.countDown();
                    return new float[length];
                });
        assertThrows(CancelledException.class, () -> counted.allocate(LARGE, () -> true));
        counted.releaseUnless(length -> length == LARGE);
        assertEquals(LARGE, counted.allocate(LARGE, Cancellation.NEVER).length);
        assertEquals(1, made.get());
        assertThrows(
                CancelledException.class,
                () ->
                        counted.allocate(
                                LARGE,
                                () -> {
                                    await(bothStarted);
                                    return true;
                                }));
        counted.releaseUnless(length -> false);
        assertEquals(LARGE, counted.allocate(LARGE, Cancellation.NEVER).length);
        assertEquals(3, made.get());
    }

    @Test
    void whatIsGivenBackIsHandedToTheNextOneWhoWantsAsMuchAndNoOther() {
        float[] array = arrays.allocate(LARGE, Cancellation.NEVER);
        arrays.giveBack(array);
        assertSame(array, arrays.allocate(LARGE, Cancellation.NEVER));
        arrays.giveBack(array);
        assertEquals(LARGE + 1, arrays.allocate(LARGE + 1, Cancellation.NEVER).length);
        assertNotSame(array, arrays.allocate(LARGE, Cancellation.NEVER));
        arrays.giveBack(array);
        arrays.releaseUnless(length -> length == LARGE);
        assertSame(array, arrays.allocate(LARGE, Cancellation.NEVER));
        arrays.giveBack(array);
        arrays.releaseUnless(length -> false);
        assertNotSame(array, arrays.allocate(LARGE, Cancellation.NEVER));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aThreadThatIsInterruptedMeanwhileStaysSo() {
        AtomicInteger looks = new AtomicInteger();
        Cancellation interrupting =
                () -> {
                    if (looks.getAndIncrement() == 0) {
                        Thread.currentThread().interrupt();
                    }
                    return false;
                };
        assertEquals(LARGE, arrays.allocate(LARGE, interrupting).length);
        assertTrue(Thread.interrupted());
    }
}
