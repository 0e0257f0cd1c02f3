package dev.weightscope.race;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Alone;
import dev.weightscope.lab.Asker;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Step;
import dev.weightscope.training.TrainingRace;
import dev.weightscope.training.TrainingRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Carries the draws of all questions on together, those first that least work has gone into, so
/// that all curves grow at once. Questions that are asked again go on where they are.
final class TrainingSolver implements Solver<TrainingSettings, TrainingAnswer> {
    /// Between two answers, in part or whole: a few a second would do for a curve to grow, and this
    /// many look smooth. Those of all runs are given at once, so that they cost one picture.
    private static final Duration PART = Duration.ofMillis(100);

    /// How long a processor is left to whoever draws a partial answer: a frame to lay it out in,
    /// two while it is painted, and what is shown after that. Were all of them kept busy, each
    /// picture would cost the window some frames.
    private static final Duration DRAWING = Duration.ofMillis(60);

    private final Kernel kernel;
    private final MemoryBudget.Claim memory;
    private final TrainingSets sets = new TrainingSets();
    private final Map<Question<TrainingSettings>, Contender> kept = new LinkedHashMap<>();

    TrainingSolver(Kernel kernel, MemoryBudget memory) {
        this.kernel = kernel;
        this.memory = memory.open();
    }

    @Override
    public TrainingAnswer solve(
            Question<TrainingSettings> question,
            Cancellation cancellation,
            ProgressListener<TrainingAnswer> listener) {
        return Alone.solve(this, question, cancellation, listener);
    }

    @Override
    public void solveAll(
            List<Question<TrainingSettings>> questions,
            Cancellation cancellation,
            Asker<Question<TrainingSettings>, TrainingAnswer> asker) {
        Field field = new Field(asker);
        enter(questions, field, cancellation);
        try {
            if (asker.steps() == Asker.ALL_STEPS) {
                field.run(cancellation);
            } else {
                field.go(asker.steps(), cancellation);
            }
        } catch (CancelledException cancelled) {
            field.show();
            throw cancelled;
        }
    }

    /// Those that are not asked any more leave.
    private void enter(
            List<Question<TrainingSettings>> questions, Field field, Cancellation cancellation) {
        kept.keySet().retainAll(questions);
        sets.keepFor(questions);
        List<MemoryNeed.Part> parts = new ArrayList<>();
        for (Question<TrainingSettings> question : questions) {
            try {
                TrainingSets.Read data =
                        sets.of(question, more -> claim(parts, List.of(more)), cancellation);
                List<MemoryNeed.Part> draws = Contender.need(question, data.set());
                claim(parts, draws);
                parts.addAll(draws);
                Contender contender = kept.get(question);
                if (contender == null || !contender.isOn(data)) {
                    contender = new Contender(question, data, kernel);
                    kept.put(question, contender);
                }
                field.enter(question, contender);
            } catch (Refusal refusal) {
                kept.remove(question);
                field.refuse(question, refusal);
            }
        }
    }

    /// Claims what the data and the draws of some questions take, with what comes to them.
    private void claim(List<MemoryNeed.Part> draws, List<MemoryNeed.Part> more) {
        memory.take(
                new MemoryNeed(
                        "this race",
                        Stream.of(sets.needs(), draws, more).flatMap(List::stream).toList()));
    }

    /// Those in the race, with whoever waits for their answers.
    private final class Field {
        private final Asker<Question<TrainingSettings>, TrainingAnswer> asker;
        private final Map<Question<TrainingSettings>, Contender> running = new LinkedHashMap<>();
        private final Map<Question<TrainingSettings>, ProgressListener<TrainingAnswer>> listeners =
                new LinkedHashMap<>();

        Field(Asker<Question<TrainingSettings>, TrainingAnswer> asker) {
            this.asker = asker;
        }

        void enter(Question<TrainingSettings> question, Contender contender) {
            running.put(question, contender);
            listeners.put(question, asker.begun(question));
        }

        void refuse(Question<TrainingSettings> question, Refusal refusal) {
            asker.take(
                    question,
                    () -> {
                        throw refusal;
                    });
        }

        /// To the ends of all.
        void run(Cancellation cancellation) {
            long shown = System.nanoTime();
            boolean haveAllBegun = false;
            tellSteps(); // the first may take long
            while (!running.isEmpty()) {
                TrainingRace race = new TrainingRace(runs(), kernel);
                long start = System.nanoTime();
                boolean isDrawn = haveAllBegun && start - shown < DRAWING.toNanos();
                race.round(Math.max(1, kernel.threads() - (isDrawn ? 1 : 0)), cancellation);
                took(System.nanoTime() - start);
                refuseFailed();
                tellSteps();
                boolean beginNow =
                        !haveAllBegun && runs().stream().allMatch(TrainingRun::hasStarted);
                haveAllBegun |= beginNow;
                boolean isOver = running.values().stream().allMatch(Contender::hasEnded);
                if (beginNow || isOver || System.nanoTime() - shown >= PART.toNanos()) {
                    settle();
                    shown = System.nanoTime();
                }
            }
        }

        /// So many steps on from the run that has come least far, to which the others wait: those
        /// that were ahead when a call was cancelled are beside the others after the next.
        void go(int steps, Cancellation cancellation) {
            List<TrainingRun> runs = runs().stream().filter(run -> !run.hasEnded()).toList();
            int goal = steps + runs.stream().mapToInt(TrainingRun::steps).min().orElse(0);
            long start = System.nanoTime();
            for (int step = 0; step < steps; step++) {
                kernel.share(
                        runs.size(),
                        cancellation,
                        run -> {
                            if (runs.get(run).steps() < goal) {
                                runs.get(run).step(cancellation);
                            } else {
                                runs.get(run).start(cancellation); // a look that was cancelled
                            }
                        });
            }
            took(System.nanoTime() - start);
            refuseFailed();
            settle();
        }

        private List<TrainingRun> runs() {
            return running.values().stream().flatMap(each -> each.runs().stream()).toList();
        }

        private void took(long nanos) {
            running.values().stream()
                    .filter(each -> !each.hasEnded())
                    .forEach(each -> each.took(nanos));
        }

        private void refuseFailed() {
            for (Map.Entry<Question<TrainingSettings>, Contender> each :
                    List.copyOf(running.entrySet())) {
                each.getValue()
                        .failure()
                        .ifPresent(failure -> {
                            leave(each.getKey());
                            refuse(each.getKey(), failure);
                        });
            }
        }

        /// Gives what there is of all: of those that have ended the last that is heard of them.
        private void settle() {
            SequencedMap<Question<TrainingSettings>, TrainingAnswer> answers = answers();
            answers.forEach((question, answer) -> {
                if (answer.isComplete()) {
                    leave(question);
                    asker.take(question, () -> answer);
                } else {
                    listener(question).partial(answer);
                }
            });
        }

        /// All are made before the first is given: whoever draws them need not wait for others.
        private SequencedMap<Question<TrainingSettings>, TrainingAnswer> answers() {
            SequencedMap<Question<TrainingSettings>, TrainingAnswer> answers =
                    new LinkedHashMap<>();
            running.forEach((question, contender) -> answers.put(question, contender.answer()));
            return answers;
        }

        private void leave(Question<TrainingSettings> question) {
            running.remove(question);
            kept.remove(question);
        }

        private void tellSteps() {
            running.forEach((question, contender) -> {
                int total = contender.totalSteps();
                listener(question)
                        .step(new Step("step", Math.min(total, contender.steps() + 1), total));
            });
        }

        /// Gives what there is of all in part: those that have ended are kept, too.
        void show() {
            answers().forEach((question, answer) -> listener(question).partial(answer));
        }

        private ProgressListener<TrainingAnswer> listener(Question<TrainingSettings> question) {
            return listeners.getOrDefault(question, ProgressListener.none());
        }
    }

    /// What goes on later keeps its memory.
    @Override
    public void rest() {
        if (kept.isEmpty()) {
            sets.rest();
            memory.giveBack();
        }
    }
}
