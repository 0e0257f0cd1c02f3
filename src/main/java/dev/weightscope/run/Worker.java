package dev.weightscope.run;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The thread that answers questions, those of the lab in sight: whoever requests retires what the
/// thread was doing for any other, so that what is out of sight costs nothing.
///
/// What is to go on out of sight gets a worker of its own, of lower urgency.
public final class Worker implements AutoCloseable {
    /// How long an overtaken request may still work on its first answer: as long as a moving
    /// picture may lag behind the hand.
    private static final Duration PATIENCE = Duration.ofMillis(120);

    /// How long the processors are left to whoever paints a partial answer while the hand moves:
    /// two frames, in one of which the next request comes. The whole answer would be overtaken by
    /// it, and until then keep every processor from the picture that the hand waits for.
    static final Duration PAUSE = Duration.ofMillis(33);

    /// How long nobody asks before memory is given back.
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Duration patience;
    private final Duration pause;
    private final Duration idle;
    private final Inbox inbox = new Inbox();
    private final Set<Computation<?, ?>> used = new HashSet<>();

    /// Starts the thread, a daemon.
    public Worker() {
        this(PATIENCE, PAUSE, IDLE);
    }

    /// @param patience how long an overtaken request may still work on its first answer
    /// @param pause how long a request that overtook another rests after a partial answer
    /// @param idle how long without a request until computations rest
    Worker(Duration patience, Duration pause, Duration idle) {
        this.patience = patience;
        this.pause = pause;
        this.idle = idle;
        Thread.ofPlatform().daemon().name("live-run").start(this::work);
    }

    /// Retires the run in progress and ends the thread; returns at once. Later requests are
    /// dropped.
    @Override
    public void close() {
        inbox.close();
    }

    Duration patience() {
        return patience;
    }

    Inbox inbox() {
        return inbox;
    }

    /// Notes that a computation runs, and is to rest later. Any other rests now: what is out of
    /// sight must not hold the memory that this one may need. Worker's thread only.
    void use(Computation<?, ?> computation) {
        if (!used.contains(computation)) {
            rest();
            used.add(computation);
        }
    }

    /// Leaves the processors to others until a newer request has come, at most for the pause.
    void pause() {
        try {
            inbox.awaitNewer(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // work() ends at its next wait
        }
    }

    private void work() {
        try {
            Optional<Request> request;
            do {
                if (!inbox.awaitNext(idle)) {
                    rest();
                }
                request = inbox.take();
                request.ifPresent(Request::work);
            } while (request.isPresent());
        } catch (InterruptedException _) {
            Thread.currentThread()
                    .interrupt(); // nobody here does that: someone wants the thread gone
        }
    }

    private void rest() {
        used.forEach(Computation::rest);
        used.clear();
    }
}
