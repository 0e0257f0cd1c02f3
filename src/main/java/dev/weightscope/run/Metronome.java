package dev.weightscope.run;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Beats at a steady rate, whether or not the listener keeps up: like a hand that goes on moving
/// while a picture is late. Beats that the listener is late for wait and come one after another.
public final class Metronome implements AutoCloseable {
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("metronome").factory());

    /// Called on the listener's thread.
    @FunctionalInterface
    public interface Listener {
        void hear(Beat beat);
    }

    /// A beat; moments by [System#nanoTime].
    ///
    /// @param number counted from 0
    /// @param due when it was to come
    /// @param sent when it was handed to the deliverer: later, where the machine is busy
    public record Beat(long number, long due, long sent) {}

    /// Starts the beat, on a daemon thread.
    ///
    /// @param deliverer runs each beat, on the listener's thread
    public Metronome(Duration period, Executor deliverer, Listener listener) {
        long start = System.nanoTime() + period.toNanos();
        Runnable beats =
                new Runnable() {
                    private long next;

                    @Override
                    public void run() {
                        long number = next++;
                        long due = start + number * period.toNanos();
                        Beat beat = new Beat(number, due, System.nanoTime());
                        deliverer.execute(() -> listener.hear(beat));
                    }
                };
        var _ =
                timer.scheduleAtFixedRate(
                        beats, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Ends the beat; those on their way are still heard.
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
