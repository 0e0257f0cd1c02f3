package dev.weightscope.run;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Does what may take long, such as reading a file, on a thread of its own, one piece of work after
/// another. Of several pieces with the same key the newest counts.
///
/// The thread, a daemon, lives while there is work. Safe for use by several threads; meant for one,
/// the reader's.
public final class Background implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(Background.class.getName());

    private final Executor deliverer;
    private final Object lock = new Object();

    /// What has not been delivered yet, by its key.
    private final Map<Object, Job<?>> wanted = new HashMap<>();

    private final Deque<Job<?>> waiting = new ArrayDeque<>();
    private @Nullable Job<?> running;
    private @Nullable Thread worker;
    private boolean closed;

    /// How a piece of work ended.
    public sealed interface Outcome<T> {
        record Done<T>(T value) implements Outcome<T> {}

        /// @param sentence why, for the person who asked
        record Failed<T>(String sentence) implements Outcome<T> {}
    }

    /// What may take long and asks now and then whether it is still wanted.
    @FunctionalInterface
    public interface Work<T> {
        /// @param cancellation may be asked from any thread
        /// @throws Exception as the work of [#request(Object, Callable, Consumer)], or a
        ///   [CancelledException]
        T call(Cancellation cancellation) throws Exception;
    }

    private static final class Job<T> {
        final Object key;
        final Work<T> work;
        final Consumer<Outcome<T>> reader;
        volatile boolean cancelled;

        Job(Object key, Work<T> work, Consumer<Outcome<T>> reader) {
            this.key = key;
            this.work = work;
            this.reader = reader;
        }
    }

    /// @param deliverer runs the deliveries, on the reader's thread
    public Background(Executor deliverer) {
        this.deliverer = deliverer;
    }

    /// Asks for a piece of work, instead of what was asked with the same key before: that is left
    /// undone, or interrupted if it runs, and its outcome is never delivered.
    ///
    /// @param work called on the worker thread; throws a [Refusal] or an [IOException] whose
    ///   message is a sentence; an interrupt is to end it soon
    /// @param reader called once, unless the work was cancelled
    public <T> void request(Object key, Callable<T> work, Consumer<Outcome<T>> reader) {
        request(key, _ -> work.call(), reader);
    }

    /// As above, for work that several threads do, of which an interrupt reaches but one.
    public <T> void request(Object key, Work<T> work, Consumer<Outcome<T>> reader) {
        synchronized (lock) {
            cancel(key);
            if (closed) {
                return;
            }
            Job<T> job = new Job<>(key, work, reader);
            wanted.put(key, job);
            waiting.add(job);
            if (worker == null) {
                worker = Thread.ofPlatform().daemon().name("background").start(this::work);
            }
        }
    }

    /// Gives up what was asked with this key, if anything was; its outcome is not delivered.
    public void cancel(Object key) {
        synchronized (lock) {
            Job<?> job = wanted.remove(key);
            if (job != null) {
                job.cancelled = true;
                waiting.remove(job);
                if (job == running && worker != null) {
                    worker.interrupt();
                }
            }
        }
    }

    /// Gives everything up; returns at once. Later requests are dropped.
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            List.copyOf(wanted.keySet()).forEach(this::cancel);
        }
    }

    /// As [#close], but returns when the work in progress has ended: what it may still write is
    /// written then, and nothing is written over what the caller writes next.
    public void closeAndWait() {
        Thread last;
        synchronized (lock) {
            last = worker;
            close();
        }
        if (last != null) {
            try {
                last.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // who closes in a hurry does not wait
            }
        }
    }

    private void work() {
        Job<?> job = next();
        while (job != null) {
            run(job);
            job = next();
        }
    }

    /// None ends the thread.
    private @Nullable Job<?> next() {
        synchronized (lock) {
            boolean _ = Thread.interrupted(); // it was meant for the work before
            running = waiting.poll();
            if (running == null) {
                worker = null;
            }
            return running;
        }
    }

    private <T> void run(Job<T> job) {
        Outcome<T> outcome = outcome(job);
        deliverer.execute(() -> {
            synchronized (lock) {
                wanted.remove(job.key, job);
            }
            if (!job.cancelled) {
                job.reader.accept(outcome);
            }
        });
    }

    /// Whatever goes wrong is an outcome too: the work that waits is still done.
    private static <T> Outcome<T> outcome(Job<T> job) {
        try {
            return new Outcome.Done<>(job.work.call(() -> job.cancelled));
        } catch (Refusal | IOException failure) {
            return new Outcome.Failed<>(String.valueOf(failure.getMessage()));
        } catch (CancelledException _) {
            return new Outcome.Failed<>("this was cancelled");
        } catch (OutOfMemoryError _) {
            return new Outcome.Failed<>("there is not enough memory left for this");
        } catch (Exception | Error failure) {
            if (!job.cancelled) {
                LOGGER.log(Level.WARNING, "work in the background failed", failure);
            }
            return new Outcome.Failed<>("this failed: " + failure.getClass().getSimpleName());
        }
    }
}
