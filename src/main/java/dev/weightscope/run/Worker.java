package dev.weightscope.run;

import dev.weightscope.lab.Computation;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The thread that answers questions, those of the lab in sight: whoever requests retires what the
/// thread was doing for any other, so that what is out of sight costs nothing.
///
/// What is to go on out of sight gets a worker of its own, of lower urgency ([#behind]).
public final class Worker implements AutoCloseable {
    /// How long work of lower urgency stands aside each time it is asked for: longer than it works
    /// in between.
    private static final Duration ASIDE = Duration.ofMillis(20);

    private final Haste haste;
    private final LongSupplier clock;
    private final WholeTurns turns;
    private final Optional<Worker> urgent;
    private final Inbox inbox = new Inbox();
    private final Set<Computation<?, ?>> used = new HashSet<>();

    /// Starts the thread, a daemon.
    public Worker() {
        this(Haste.USUAL, System::nanoTime);
    }

    /// @param clock nanoseconds; how late an answer is goes by it
    Worker(Haste haste, LongSupplier clock) {
        this(haste, clock, Optional.empty());
    }

    private Worker(Haste haste, LongSupplier clock, Optional<Worker> urgent) {
        this.haste = haste;
        this.clock = clock;
        this.urgent = urgent;
        turns = new WholeTurns(haste.wholeEvery().toNanos(), clock.getAsLong());
        Thread.ofPlatform()
                .daemon()
                .name(urgent.isPresent() ? "behind-run" : "live-run")
                .start(this::work);
    }

    /// Starts a worker of lower urgency: while this one answers, that one's work stands aside most
    /// of the time. Not all of it, since threads that both of them use may be in its hands.
    public Worker behind() {
        return new Worker(haste, clock, Optional.of(this));
    }

    /// Retires the run in progress and ends the thread; returns at once. Later requests are
    /// dropped.
    @Override
    public void close() {
        inbox.close();
    }

    /// A request that is made now.
    ///
    /// @param work answers the questions, on the worker's thread
    Request request(Consumer<Request> work) {
        return new Request(work, haste, clock, this::standAside);
    }

    /// Waits a while where a more urgent worker has work. On any thread that works for a request.
    private void standAside() {
        urgent.ifPresent(worker -> {
            try {
                worker.inbox.awaitRest(ASIDE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // whoever wants the thread gone need not wait
            }
        });
    }

    /// Has a request go on to its whole answer, or else, if it is from a hand that moves, leaves
    /// the processors to whoever paints its first. Worker's thread only.
    ///
    /// @param left how long the whole answer is likely to take
    void answeredInPart(Request request, Duration left) {
        if (turns.isDue(clock.getAsLong(), left.toNanos()) && request.isWholeInTime(left)) {
            request.goOn();
        } else if (request.overtakes()) {
            pause();
        }
    }

    /// A request gets a whole answer. Worker's thread only.
    void answersWhole(Request request) {
        long now = clock.getAsLong();
        if (request.goesOn() && request.isWholeInTime(Duration.ZERO)) {
            turns.came(now);
        } else {
            turns.cameAtRest(now);
        }
    }

    /// A request ends without its whole answer. Worker's thread only.
    void retired(Request request) {
        if (request.goesOn()) {
            turns.failed(clock.getAsLong());
        }
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
    private void pause() {
        try {
            inbox.awaitNewer(haste.pause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // work() ends at its next wait
        }
    }

    private void work() {
        try {
            Optional<Request> request;
            do {
                if (!inbox.awaitNext(haste.idle())) {
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
