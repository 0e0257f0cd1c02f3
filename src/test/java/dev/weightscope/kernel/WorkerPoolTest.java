package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
    @Test
    void everyTaskRunsOnceForAnyNumberOfThreads() {
        for (int threads = 1; threads <= 5; threads++) {
            try (WorkerPool pool = new WorkerPool(threads)) {
                for (int tasks : new int[] {0, 1, 2, 100}) {
                    AtomicIntegerArray runs = new AtomicIntegerArray(tasks);
                    pool.run(tasks, threads, Cancellation.NEVER, runs::incrementAndGet);
                    for (int i = 0; i < tasks; i++) {
                        assertEquals(1, runs.get(i));
                    }
                }
            }
        }
    }

    @Test
    void noMoreThreadsRunTasksThanAreAskedFor() {
        try (WorkerPool pool = new WorkerPool(4)) {
            for (int most = 1; most <= 4; most++) {
                Set<Thread> used = ConcurrentHashMap.newKeySet();
                pool.run(100, most, Cancellation.NEVER, _ -> used.add(Thread.currentThread()));
                assertTrue(used.contains(Thread.currentThread()) || most > 1);
                assertTrue(used.size() <= most, used.size() + " threads ran tasks for " + most);
            }
        }
    }

    @Test
    void theFirstFailureReachesTheCaller() {
        IllegalStateException failure = new IllegalStateException("task 3");
        try (WorkerPool pool = new WorkerPool(2)) {
            assertSame(
                    failure,
                    assertThrows(
                            IllegalStateException.class,
                            () ->
                                    pool.run(
                                            10,
                                            2,
                                            Cancellation.NEVER,
                                            task -> {
                                                if (task == 3) {
                                                    throw failure;
                                                }
                                            })));
        }
    }

    @Test
    void cancelledWorkRunsNoFurtherTask() {
        try (WorkerPool pool = new WorkerPool(2)) {
            assertThrows(
                    CancelledException.class,
                    () ->
                            pool.run(
                                    10,
                                    2,
                                    () -> true,
                                    task -> {
                                        throw new AssertionError("task " + task + " ran");
                                    }));
        }
    }

    @Test
    void aTaskMayItselfHandOutTasks() {
        try (WorkerPool pool = new WorkerPool(3)) {
            AtomicIntegerArray runs = new AtomicIntegerArray(16);
            pool.run(
                    4,
                    3,
                    Cancellation.NEVER,
                    outer ->
                            pool.run(
                                    4,
                                    3,
                                    Cancellation.NEVER,
                                    inner -> runs.incrementAndGet(4 * outer + inner)));
            for (int i = 0; i < 16; i++) {
                assertEquals(1, runs.get(i));
            }
        }
    }

    @Test
    void workOfAClosedPoolIsDoneByItsCaller() {
        WorkerPool pool = new WorkerPool(3);
        pool.close();
        AtomicIntegerArray runs = new AtomicIntegerArray(5);
        pool.run(5, 3, Cancellation.NEVER, runs::incrementAndGet);
        for (int i = 0; i < 5; i++) {
            assertEquals(1, runs.get(i));
        }
    }

    @Test
    void aCallGoesOnWhenItsPoolIsClosed() {
        WorkerPool pool = new WorkerPool(3);
        AtomicIntegerArray runs = new AtomicIntegerArray(100);
        pool.run(
                100,
                3,
                Cancellation.NEVER,
                task -> {
                    if (task == 10) {
                        pool.close();
                    }
                    runs.incrementAndGet(task);
                });
        for (int i = 0; i < 100; i++) {
            assertEquals(1, runs.get(i));
        }
    }

    @Test
    void noThreadAtAllIsRefused() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new WorkerPool(0));
        assertEquals("threads 0 is less than 1", refusal.getMessage());
    }
}
