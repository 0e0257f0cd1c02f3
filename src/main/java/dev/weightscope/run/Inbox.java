package dev.weightscope.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One slot for requests: a newer one replaces the one that waits and overtakes the one that runs.
final class Inbox {
    private @Nullable Request waiting;
    private @Nullable Request running;
    private boolean overtakes;
    private boolean closed;

    /// Once closed, an inbox drops what it is given.
    synchronized void put(Request request) {
        if (closed) {
            return;
        }
        waiting = request;
        if (running != null) {
            running.overtake();
        }
        notifyAll();
    }

    /// Ends the run in progress and waits for a request, at most for a time.
    ///
    /// @return whether [#take] need not wait
    synchronized boolean awaitNext(Duration longest) throws InterruptedException {
        overtakes = running != null && waiting != null;
        running = null;
        notifyAll();
        awaitNewer(longest);
        return waiting != null || closed;
    }

    /// Waits for a request, which is then the one that runs; none once the inbox is closed.
    synchronized Optional<Request> take() throws InterruptedException {
        while (waiting == null && !closed) {
            wait();
        }
        running = waiting;
        waiting = null;
        if (running != null) {
            running.start(overtakes);
        }
        return Optional.ofNullable(running);
    }

    /// Waits until there is a newer request than the one that runs, or none can come, at most for a
    /// time.
    synchronized void awaitNewer(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long left = end - System.nanoTime();
        while (waiting == null && !closed && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
    }

    /// Waits until no request runs or waits to run, at most for a time.
    synchronized void awaitRest(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long left = end - System.nanoTime();
        while ((running != null || waiting != null) && !closed && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
    }

    /// Does something short with the answer to a request, unless it is no longer wanted: the
    /// question and the act are one step.
    ///
    /// @return whether it was wanted, and the act said yes
    synchronized boolean ifWanted(Request request, BooleanSupplier act) {
        return !request.isUnwanted() && act.getAsBoolean();
    }

    synchronized void close() {
        closed = true;
        waiting = null;
        if (running != null) {
            running.abandon();
        }
        notifyAll();
    }
}
