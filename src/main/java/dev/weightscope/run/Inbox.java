package dev.weightscope.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One slot for requests: a newer one replaces the one that waits and overtakes the one that runs.
final class Inbox {
    private @Nullable Request waiting;
    private @Nullable Request running;
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

    /// Waits for a request, which is then the one that runs; none once the inbox is closed.
    synchronized Optional<Request> take() throws InterruptedException {
        while (waiting == null && !closed) {
            wait();
        }
        running = waiting;
        waiting = null;
        if (running != null) {
            running.start();
        }
        return Optional.ofNullable(running);
    }

    /// Does something short with the answer to a request, unless it is no longer wanted: the
    /// question and the act are one step.
    ///
    /// @return whether it was wanted, and the act said yes
    synchronized boolean ifWanted(Request request, BooleanSupplier act) {
        return !request.isCancelled() && act.getAsBoolean();
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
