package dev.weightscope.kernel;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One form until another is compiled, then that.
///
/// The JVM interprets vector code at first, with an object for every vector: a hundred times slower
/// than compiled, seconds for a first answer. Plain loops give it within one, while a background
/// thread runs the vector form until it is compiled. All forms give the same bits, so the change
/// shows in nothing but the time that an answer takes.
final class WarmingForm implements CurrentForm {
    private final Form first;
    private final Form later;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Form current;
    private volatile boolean failed;

    /// Starts the warming.
    ///
    /// @param headStart how long the JVM's compiler is left to the first form
    /// @param rehearsal runs the code of `later`, as often as it takes to compile it
    WarmingForm(Form first, Form later, Duration headStart, Rehearsal rehearsal) {
        this.first = first;
        this.later = later;
        current = first;
        Thread.ofPlatform().daemon().name("kernel-warming").start(() -> warm(headStart, rehearsal));
    }

    private void warm(Duration headStart, Rehearsal rehearsal) {
        try {
            if (!closed.await(headStart.toNanos(), TimeUnit.NANOSECONDS)) {
                rehearsal.run(later, () -> closed.getCount() == 0);
                current = later;
            }
        } catch (CancelledException _) {
            // closed before it was warm
        } catch (OutOfMemoryError | LinkageError _) {
            // LinkageError: a class that ran out of memory while it was initialized stays unusable
            failed = true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What has a form compiled.
    @FunctionalInterface
    interface Rehearsal {
        /// @throws CancelledException if it is no longer wanted
        void run(Form form, Cancellation cancellation);
    }

    @Override
    public Form get() {
        return current;
    }

    @Override
    public String description() {
        return failed ? first.label() + " (too little memory to compile vectors)" : later.label();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
