package dev.weightscope.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One form until another is compiled, then that.
///
/// The JVM interprets vector code at first, with an object for every vector: a hundred times slower
/// than compiled, seconds for a first answer. Plain loops give it within one, while a background
/// thread runs the vector form until it is compiled. All forms give the same bits, so the change
/// shows in nothing but the time that an answer takes.
final class WarmingForm implements CurrentForm {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Supplier<Optional<Form>> later;
    private final AtomicBoolean smallAsked = new AtomicBoolean();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object turn = new Object();
    private volatile boolean closed;
    private volatile Form current;
    private volatile Form small;
    private volatile boolean failed;
    private volatile boolean hurries;

    /// Whether somebody waits for the small loops: all others stand aside for them.
    private volatile boolean isSmallUnderWay;

    /// Which of the two were asked for last: their form is what computes.
    private volatile boolean isSmallUsed;

    /// Starts the warming.
    ///
    /// @param later makes the form, or none where the first stays; called in the background
    /// @param headStart how long the processors and the JVM's compiler are left to the first form,
    ///   unless [#prepare] is called sooner
    /// @param rehearsal runs the code of `later`, as often as it takes to compile it
    WarmingForm(
            Form first, Supplier<Optional<Form>> later, Duration headStart, Rehearsal rehearsal) {
        this.later = later;
        current = first;
        small = first;
        Thread.ofPlatform()
                .daemon()
                .name("kernel-warming")
                .start(() -> {
                    if (begins(headStart)) {
                        warm(rehearsal, this::standsAside, form -> current = form);
                        if (!hurries && smallAsked.compareAndSet(false, true)) {
                            warmSmall();
                        }
                    }
                });
    }

    /// Waits until the head start is over; whether anybody still wants what comes then.
    private boolean begins(Duration headStart) {
        try {
            boolean _ = begun.await(headStart.toNanos(), TimeUnit.NANOSECONDS);
            return !closed && !hurries;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void warm(Rehearsal rehearsal, Cancellation cancellation, Consumer<Form> change) {
        try {
            later.get()
                    .ifPresent(form -> {
                        rehearsal.run(form, cancellation);
                        change.accept(form);
                    });
        } catch (CancelledException _) {
            // closed, or in a hurry, before it was warm
        } catch (OutOfMemoryError | LinkageError _) {
            // LinkageError: a class that ran out of memory while it was initialized stays unusable
            failed = true;
        }
        listeners.forEach(Runnable::run);
    }

    /// Waits while the small loops are made ready; whether this is closed.
    private boolean standsAside() {
        synchronized (turn) {
            try {
                while (isSmallUnderWay && !closed) {
                    turn.wait();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
        return closed || hurries;
    }

    /// What has a form compiled.
    @FunctionalInterface
    interface Rehearsal {
        /// @throws CancelledException if it is no longer wanted
        void run(Form form, Cancellation cancellation);
    }

    @Override
    public Form get() {
        if (isSmallUsed) {
            isSmallUsed = false;
        }
        return current;
    }

    /// Of the first form, until those of the other are compiled: after all others, or from the
    /// first call on, if that comes sooner; the others wait then.
    @Override
    public SmallLoops small() {
        if (!isSmallUsed) {
            isSmallUsed = true;
            if (smallAsked.compareAndSet(false, true)) {
                isSmallUnderWay = true;
                Thread.ofPlatform().daemon().name("kernel-warming-small").start(this::warmSmall);
            }
        }
        return small.small();
    }

    private void warmSmall() {
        try {
            warm(new SmallRehearsal(), () -> closed, form -> small = form);
        } finally {
            wakeOthers();
        }
    }

    private void wakeOthers() {
        synchronized (turn) {
            isSmallUnderWay = false;
            turn.notifyAll();
        }
    }

    @Override
    public boolean isAwaited() {
        return isSmallUnderWay;
    }

    @Override
    public String description() {
        return (isSmallUsed ? small : current).label()
                + (failed ? " (too little memory to compile vectors)" : "");
    }

    @Override
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void prepare() {
        begun.countDown();
    }

    @Override
    public void hurry() {
        if (!hurries && !closed) {
            hurries = true;
            begun.countDown();
            warm((_, _) -> {}, () -> closed, form -> current = form);
        }
    }

    @Override
    public void close() {
        closed = true;
        begun.countDown();
        wakeOthers();
    }
}
