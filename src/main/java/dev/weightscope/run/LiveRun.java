package dev.weightscope.run;

import dev.weightscope.kernel.CancelledException;
import dev.weightscope.lab.Asker;
import dev.weightscope.lab.Computation;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Step;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Has a worker answer the newest request and delivers the answers. The most urgent question may
/// have partial answers, the first of which counts as its request's first answer.
///
/// Safe for use by several threads; meant for one, the reader's.
///
/// @param <Q> what is asked, an immutable value
/// @param <A> what is answered, an immutable value
public final class LiveRun<Q, A> {
    private static final Logger LOGGER = System.getLogger(LiveRun.class.getName());

    /// When a run is long enough to tell where it is, and how often then.
    private static final Duration FIRST_STEP = Duration.ofMillis(400);

    private static final Duration STEP = Duration.ofMillis(150);

    private final Worker worker;
    private final Computation<Q, A> computation;
    private final Outbox<Q, A> outbox;

    /// @param computation called on the worker's thread alone
    /// @param deliverer runs a delivery of answers on the reader's thread; called once for all
    ///   answers that come before that delivery runs
    /// @param reader called for each answer; may request again
    public LiveRun(
            Worker worker,
            Computation<Q, A> computation,
            Executor deliverer,
            Consumer<Answer<Q, A>> reader) {
        this.worker = worker;
        this.computation = computation;
        this.outbox = new Outbox<>(deliverer, reader);
    }

    /// Asks for all of the answers to some questions, see [#request(List, int)].
    public void request(List<Q> questions) {
        request(questions, Asker.ALL_STEPS);
    }

    /// Asks for answers, in this order, instead of all that the worker was asked before. A run in
    /// progress is retired: it stops within some milliseconds of work, and what it would have
    /// answered is never delivered, except a first answer or a whole one that comes soon
    /// ([Request]). An answer that is already waiting for its delivery still is delivered.
    ///
    /// @param questions the most urgent first; none to stop
    /// @param steps how far each goes on, as for [Asker#steps]
    public void request(List<Q> questions, int steps) {
        List<Q> asked = List.copyOf(questions);
        worker.inbox().put(worker.request(request -> answer(asked, steps, request)));
    }

    private void answer(List<Q> questions, int steps, Request request) {
        if (questions.isEmpty()) {
            return;
        }
        worker.use(computation);
        Reader reader = new Reader(questions, steps, request);
        try {
            request.throwIfCancelled();
            computation.solveAll(questions, request, reader);
        } catch (CancelledException _) {
            worker.retired(request);
        } catch (RuntimeException | Error failure) {
            reader.failed(failure);
        }
    }

    /// Takes the answers to one request and sends them on.
    private final class Reader implements Asker<Q, A> {
        private final Set<Q> open;
        private final int steps;
        private final Request request;

        Reader(List<Q> questions, int steps, Request request) {
            open = new LinkedHashSet<>(questions);
            this.steps = steps;
            this.request = request;
        }

        @Override
        public ProgressListener<A> begun(Q question) {
            request.throwIfCancelled();
            return new Listener(question, request, !request.isAnswered());
        }

        @Override
        public void take(Q question, Supplier<A> answer) {
            close(question, answer(question, request, answer));
        }

        @Override
        public int steps() {
            return steps;
        }

        /// What fails for all of the questions is the answer to each that is still open.
        void failed(Throwable failure) {
            try {
                for (Q question : List.copyOf(open)) {
                    close(question, refused(question, request, failure));
                }
            } catch (CancelledException _) {
                worker.retired(request);
            }
        }

        private void close(Q question, Answer<Q, A> answer) {
            open.remove(question);
            worker.answersWhole(request);
            publish(answer, request);
        }
    }

    private void publish(Answer<Q, A> answer, Request request) {
        send(answer, request);
        request.answered();
    }

    private void send(Answer<Q, A> answer, Request request) {
        if (worker.inbox().ifWanted(request, () -> outbox.add(answer))) {
            outbox.askForDelivery();
        }
    }

    /// Tells of steps where there are few a second, and none of a run that is soon over.
    private final class Listener implements ProgressListener<A> {
        private final Q question;
        private final Request request;
        private final boolean wantsPartial;
        private long nextStep = System.nanoTime() + FIRST_STEP.toNanos();

        Listener(Q question, Request request, boolean wantsPartial) {
            this.question = question;
            this.request = request;
            this.wantsPartial = wantsPartial;
        }

        @Override
        public void step(Step step) {
            long now = System.nanoTime();
            if (now >= nextStep) {
                nextStep = now + STEP.toNanos();
                send(new Answer.AtStep<>(question, step), request);
            }
        }

        @Override
        public boolean wantsPartial() {
            return wantsPartial;
        }

        @Override
        public void partial(A part) {
            partial(part, Duration.ZERO);
        }

        @Override
        public void partial(A part, Duration left) {
            boolean isFirst = !request.isAnswered();
            publish(new Answer.Partial<>(question, part), request);
            if (isFirst) {
                worker.answeredInPart(request, left);
            }
        }
    }

    /// Whatever goes wrong is an answer too: the worker lives on.
    private Answer<Q, A> answer(Q question, Request request, Supplier<A> answer) {
        try {
            return new Answer.Complete<>(question, answer.get());
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (RuntimeException | Error failure) {
            return refused(question, request, failure);
        }
    }

    private Answer<Q, A> refused(Q question, Request request, Throwable failure) {
        return switch (failure) {
            case Refusal refusal ->
                    new Answer.Refused<>(question, String.valueOf(refusal.getMessage()));
            case OutOfMemoryError _ ->
                    new Answer.Refused<>(
                            question,
                            "there is not enough memory left for this experiment; fewer samples or"
                                    + " a smaller width would fit");
            default -> {
                if (request.isCancelled()) {
                    // closing takes the kernel's threads from under a run that nobody waits for
                    throw new CancelledException();
                }
                LOGGER.log(Level.WARNING, "a question failed: " + question, failure);
                yield new Answer.Refused<>(question, "this experiment failed: " + failure);
            }
        };
    }
}
