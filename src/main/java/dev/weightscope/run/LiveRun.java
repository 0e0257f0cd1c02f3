package dev.weightscope.run;

import dev.weightscope.kernel.CancelledException;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Computes the newest request on a thread of its own and delivers the answers. The most urgent one
/// may have a preview, which counts as its request's first answer.
///
/// Safe for use by several threads; meant for one, the reader's.
public final class LiveRun implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(LiveRun.class.getName());

    /// How long an overtaken request may still work on its first answer: as long as a moving
    /// picture may lag behind the hand.
    private static final Duration PATIENCE = Duration.ofMillis(120);

    /// How long the processors are left to whoever paints a preview while the hand moves: two
    /// frames, in one of which the next request comes. The whole answer would be overtaken by it,
    /// and until then keep every processor from the picture that the hand waits for.
    static final Duration PAUSE = Duration.ofMillis(33);

    private final Computation computation;
    private final Duration patience;
    private final Duration pause;
    private final Inbox inbox = new Inbox();
    private final Outbox outbox;

    /// Starts the thread, a daemon.
    ///
    /// @param computation called on that thread alone: `engine::run`
    /// @param deliverer runs a delivery of answers on the reader's thread; called once for all
    ///   answers that come before that delivery runs
    /// @param reader called for each answer; may request again
    public LiveRun(Computation computation, Executor deliverer, Consumer<Answer> reader) {
        this(computation, deliverer, reader, PATIENCE, PAUSE);
    }

    /// @param patience how long an overtaken request may still work on its first answer
    /// @param pause how long a request that overtook another rests after its preview
    LiveRun(
            Computation computation,
            Executor deliverer,
            Consumer<Answer> reader,
            Duration patience,
            Duration pause) {
        this.computation = computation;
        this.patience = patience;
        this.pause = pause;
        this.outbox = new Outbox(deliverer, reader);
        Thread.ofPlatform().daemon().name("live-run").start(this::work);
    }

    /// Asks for answers, in this order, instead of all that was asked before. A run in progress is
    /// retired: it stops within some milliseconds of work, and what it would have answered is never
    /// delivered, except a first answer that comes soon ([Request]). An answer that is already
    /// waiting for its delivery still is delivered.
    ///
    /// @param experiments the most urgent first; none to stop
    public void request(List<Experiment> experiments) {
        inbox.put(new Request(experiments, patience));
    }

    /// Retires the run in progress and ends the thread; returns at once. Later requests are
    /// dropped.
    @Override
    public void close() {
        inbox.close();
    }

    private void work() {
        try {
            Optional<Request> request = inbox.take();
            while (request.isPresent()) {
                answer(request.get());
                request = inbox.take();
            }
        } catch (InterruptedException _) {
            Thread.currentThread()
                    .interrupt(); // nobody here does that: someone wants the thread gone
        }
    }

    private void answer(Request request) {
        for (Experiment experiment : request.experiments()) {
            Answer answer;
            try {
                request.throwIfCancelled();
                answer = answer(experiment, request);
            } catch (CancelledException _) {
                return;
            }
            publish(answer, request);
        }
    }

    private void publish(Answer answer, Request request) {
        if (inbox.ifWanted(request, () -> outbox.add(answer))) {
            outbox.askForDelivery();
        }
        request.answered();
    }

    private void preview(Snapshot first, Request request) {
        publish(new Answer.Preview(first), request);
        if (request.overtakes()) {
            try {
                inbox.awaitNewer(pause);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // work() ends at its next wait
            }
        }
    }

    /// Whatever goes wrong is an answer too: the worker lives on.
    private Answer answer(Experiment experiment, Request request) {
        try {
            return new Answer.Complete(
                    computation.run(
                            experiment,
                            request,
                            request.isAnswered() ? null : first -> preview(first, request)));
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (Refusal refusal) {
            return new Answer.Refused(experiment, String.valueOf(refusal.getMessage()));
        } catch (OutOfMemoryError _) {
            return new Answer.Refused(
                    experiment,
                    "there is not enough memory left for this experiment; fewer samples or a"
                            + " smaller width would fit");
        } catch (RuntimeException | Error failure) {
            if (request.isCancelled()) {
                // closing takes the kernel's threads from under a run that nobody waits for
                throw new CancelledException();
            }
            LOGGER.log(Level.WARNING, "an experiment failed: " + experiment.caption(), failure);
            return new Answer.Refused(experiment, "this experiment failed: " + failure);
        }
    }
}
