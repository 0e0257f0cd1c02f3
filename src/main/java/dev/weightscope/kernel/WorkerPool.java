package dev.weightscope.kernel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/// A fixed number of threads that share numbered tasks, the caller being one of them.
///
/// Which thread runs a task is not determined, and the tasks must not depend on the number of
/// threads.
///
/// The layers of a network are computed one after the other, each with some tens of microseconds of
/// work for every thread. To put a thread to sleep and to wake it takes as long, so a thread
/// without work spins for a while before it sleeps. Where there are more threads than processors it
/// sleeps at once: by spinning it would take a processor from a thread that has work.
final class WorkerPool implements AutoCloseable {
    /// Longer than the time between two layers, and between two products of a training step.
    private static final long SPIN_NANOS = 200_000;

    private final int threads;
    private final long spinNanos;
    private final Queue<Share> shares = new ConcurrentLinkedQueue<>();

    /// A permit for each element of [#shares]; once the pool is closed, one for each thread as
    /// well.
    private final Semaphore offered = new Semaphore(0);

    /// Made once, so that [#help] allocates nothing: without memory its thread would end.
    private final BooleanSupplier isOffered = offered::tryAcquire;

    private volatile boolean closed;

    /// @param threads at least 1, the caller included
    WorkerPool(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads %d is less than 1".formatted(threads));
        }
        this.threads = threads;
        this.spinNanos = threads <= Runtime.getRuntime().availableProcessors() ? SPIN_NANOS : 0;
        for (int i = 1; i < threads; i++) {
            Thread.ofPlatform().daemon().name("kernel-" + i).start(this::help);
        }
    }

    int threads() {
        return threads;
    }

    /// Runs task 0..tasks−1, each once, and returns when all have ended.
    ///
    /// @param most threads that run them at the same time, at least 1, the caller included
    /// @throws CancelledException if the work was cancelled before its last task
    void run(int tasks, int most, Cancellation cancellation, IntConsumer task) {
        int helpers = Math.min(Math.min(threads, most), tasks) - 1;
        if (helpers <= 0 || closed) {
            for (int i = 0; i < tasks; i++) {
                cancellation.throwIfCancelled();
                task.accept(i);
            }
            return;
        }
        Share share = new Share(tasks, cancellation, task, spinNanos);
        for (int i = 0; i < helpers; i++) {
            shares.add(share);
        }
        offered.release(helpers);
        share.run();
        share.await();
    }

    /// Ends the threads. The caller of a call in progress runs its remaining tasks alone, except
    /// those that a thread has begun.
    @Override
    public void close() {
        closed = true;
        offered.release(threads);
    }

    private void help() {
        try {
            while (true) {
                if (!within(spinNanos, isOffered)) {
                    offered.acquire();
                }
                Share share = shares.poll();
                if (closed || share == null) {
                    return;
                }
                share.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // whoever interrupts the thread ends it
        }
    }

    /// Spins until a condition is true, at most for a time; whether it became true.
    private static boolean within(long nanos, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > nanos) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    /// The tasks of one call. A call waits for its tasks and not for its helpers, so it can end
    /// while they are still queued behind those of another call.
    private static final class Share implements Runnable {
        private final int tasks;
        private final Cancellation cancellation;
        private final IntConsumer task;
        private final long spinNanos;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch unfinished;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Share(int tasks, Cancellation cancellation, IntConsumer task, long spinNanos) {
            this.tasks = tasks;
            this.cancellation = cancellation;
            this.task = task;
            this.spinNanos = spinNanos;
            this.unfinished = new CountDownLatch(tasks);
        }

        @Override
        public void run() {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                try {
                    if (failure.get() == null) {
                        cancellation.throwIfCancelled();
                        task.accept(i);
                    }
                } catch (RuntimeException | Error thrown) {
                    failure.compareAndSet(null, thrown);
                } finally {
                    unfinished.countDown();
                }
            }
        }

        void await() {
            boolean interrupted = false;
            while (!within(spinNanos, () -> unfinished.getCount() == 0)) {
                try {
                    unfinished.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true; // the arrays are still being written: wait, then pass it on
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            switch (failure.get()) {
                case null -> {}
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case Throwable thrown -> throw new IllegalStateException(thrown);
            }
        }
    }
}
