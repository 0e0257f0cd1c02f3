package dev.weightscope.kernel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/// A fixed number of threads that share numbered tasks, the caller being one of them.
///
/// Which thread runs a task is chance; what the tasks are is the caller's choice and must not
/// depend on the number of threads.
final class WorkerPool implements AutoCloseable {
    private final int threads;
    private final ExecutorService helpers;

    /// @param threads at least 1, the caller included
    WorkerPool(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads %d is less than 1".formatted(threads));
        }
        this.threads = threads;
        this.helpers =
                Executors.newFixedThreadPool(
                        Math.max(1, threads - 1),
                        Thread.ofPlatform().daemon().name("kernel-", 1).factory());
    }

    int threads() {
        return threads;
    }

    /// Runs task 0..tasks−1, each once, and returns when all have ended.
    ///
    /// @throws CancelledException if the work was cancelled before its last task
    void run(int tasks, Cancellation cancellation, IntConsumer task) {
        if (tasks <= 1 || threads == 1) {
            for (int i = 0; i < tasks; i++) {
                cancellation.throwIfCancelled();
                task.accept(i);
            }
            return;
        }
        Share share = new Share(tasks, cancellation, task);
        for (int i = 0; i < Math.min(threads, tasks) - 1; i++) {
            helpers.execute(share);
        }
        share.run();
        share.await();
    }

    @Override
    public void close() {
        helpers.shutdown();
    }

    /// The tasks of one call. Waiting for tasks rather than for helpers lets a call end while its
    /// helpers are still queued behind those of another one.
    private static final class Share implements Runnable {
        private final int tasks;
        private final Cancellation cancellation;
        private final IntConsumer task;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch unfinished;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Share(int tasks, Cancellation cancellation, IntConsumer task) {
            this.tasks = tasks;
            this.cancellation = cancellation;
            this.task = task;
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
            while (true) {
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
