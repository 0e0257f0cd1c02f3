package dev.weightscope.sweep;

import dev.weightscope.engine.MomentsEngine;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Alone;
import dev.weightscope.lab.Asker;
import dev.weightscope.lab.Pace;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Computes the runs of all settings, the coarse ones of each before the gaps of any. What is known
/// of a question stays until others are asked.
final class SweepSolver implements Solver<SweepSettings, SweepAnswer> {
    /// The work asks many thousand times a second.
    private static final Duration TOLD_EVERY = Duration.ofMillis(100);

    private final LongSupplier clock;
    private final MemoryBudget budget;
    private final PointRuns signals;
    private final PointRuns spectra;
    private final PointRuns trainings;
    private final Map<Question<SweepSettings>, Sweeping> kept = new LinkedHashMap<>();

    SweepSolver(Kernel kernel, MemoryBudget memory) {
        this(kernel, memory, System::nanoTime);
    }

    /// @param clock in nanoseconds; asked by several threads
    SweepSolver(Kernel kernel, MemoryBudget memory, LongSupplier clock) {
        this.clock = clock;
        budget = memory;
        signals = new SignalRuns(kernel, memory);
        spectra = new SpectrumRuns(kernel, memory);
        trainings = new TrainingRuns(kernel, memory);
    }

    @Override
    public SweepAnswer solve(
            Question<SweepSettings> question,
            Cancellation cancellation,
            ProgressListener<SweepAnswer> listener) {
        return Alone.solve(this, question, cancellation, listener);
    }

    @Override
    public void solveAll(
            List<Question<SweepSettings>> questions,
            Cancellation cancellation,
            Asker<Question<SweepSettings>, SweepAnswer> asker) {
        kept.keySet().retainAll(questions);
        Field field = new Field(asker);
        for (Question<SweepSettings> question : questions) {
            try {
                field.enter(question, kept.computeIfAbsent(question, this::begin));
            } catch (Refusal refusal) {
                asker.take(
                        question,
                        () -> {
                            throw refusal;
                        });
            }
        }
        try {
            field.run(cancellation);
        } catch (CancelledException cancelled) {
            field.showAll();
            throw cancelled;
        }
    }

    /// @throws Refusal in one sentence, if there is no such sweep, or a point of it has no room
    private Sweeping begin(Question<SweepSettings> question) {
        SweepPlan plan = SweepPlan.of(question);
        if (plan.settings().measure().source() instanceof Measure.Source.Signal) {
            requireRoom(plan);
        }
        return new Sweeping(plan);
    }

    /// Before anything is computed.
    private void requireRoom(SweepPlan plan) {
        MemoryBudget.Claim claim = budget.open();
        for (int row = 0; row < plan.rows().size(); row++) {
            for (int column = 0; column < plan.columns().size(); column++) {
                try {
                    MomentsEngine.need(plan.setup(row, column).experiment())
                            .requireWithin(claim.available());
                } catch (Refusal refusal) {
                    throw new Refusal(
                            "%s does not fit: %s"
                                    .formatted(
                                            plan.where(new SweepPlan.Run(row, column, 0)),
                                            refusal.getMessage()));
                }
            }
        }
    }

    /// The sweeps that are computed, with whoever waits for them.
    private final class Field implements PointRuns.Taker {
        private final Asker<Question<SweepSettings>, SweepAnswer> asker;
        private final Map<Question<SweepSettings>, Sweeping> running = new LinkedHashMap<>();
        private final Map<Question<SweepSettings>, ProgressListener<SweepAnswer>> listeners =
                new HashMap<>();
        private final Map<Sweeping, Refusal> refused = new HashMap<>();
        private int taken;

        /// Of the round, for whichever thread tells it.
        private volatile @Nullable Step step;

        private volatile long told;

        Field(Asker<Question<SweepSettings>, SweepAnswer> asker) {
            this.asker = asker;
        }

        void enter(Question<SweepSettings> question, Sweeping sweeping) {
            running.put(question, sweeping);
            listeners.put(question, asker.begun(question));
        }

        void run(Cancellation cancellation) {
            Pace pace = new Pace(clock);
            Cancellation telling = telling(cancellation);
            int steps = asker.steps();
            settle();
            while (!running.isEmpty() && taken < steps) {
                List<PointRuns.Group> groups = left();
                boolean isAll = steps == Asker.ALL_STEPS;
                tellSteps(pace);
                long begun = clock.getAsLong();
                runs(groups).some(isAll ? groups : groups.subList(0, 1), telling, this);
                long took = clock.getAsLong() - begun;
                running.values().forEach(each -> each.took(took));
                settle();
            }
        }

        /// Tells again how far all were as the round began, some times a second, when the work asks
        /// whether it is wanted: a round may be a run of minutes, and what is told as it begins is
        /// too early to be heard. One thread at a time tells.
        private Cancellation telling(Cancellation cancellation) {
            AtomicBoolean isTelling = new AtomicBoolean();
            return () -> {
                if (clock.getAsLong() - told >= TOLD_EVERY.toNanos()
                        && isTelling.compareAndSet(false, true)) {
                    tell();
                    isTelling.set(false);
                }
                return cancellation.isCancelled();
            };
        }

        /// Those of one kind come first: the live question's.
        private List<PointRuns.Group> left() {
            List<PointRuns.Group> coarse = new ArrayList<>();
            List<PointRuns.Group> fine = new ArrayList<>();
            for (Sweeping sweeping : running.values()) {
                List<List<PointRuns.Group>> levels = sweeping.left();
                coarse.addAll(levels.getFirst());
                fine.addAll(levels.getLast());
            }
            return coarse.isEmpty() ? fine : coarse;
        }

        private PointRuns runs(List<PointRuns.Group> groups) {
            return switch (groups.getFirst().sweeping().plan().settings().measure().source()) {
                case Measure.Source.Signal _ -> signals;
                case Measure.Source.Spectrum _ -> spectra;
                case Measure.Source.Training _ -> trainings;
            };
        }

        @Override
        public void take(Sweeping sweeping, int run, double value) {
            sweeping.take(run, value);
            taken++;
        }

        @Override
        public void refuse(Sweeping sweeping, int run, Refusal refusal) {
            SweepPlan plan = sweeping.plan();
            refused.putIfAbsent(
                    sweeping,
                    new Refusal(
                            "%s: %s".formatted(plan.where(plan.run(run)), refusal.getMessage())));
        }

        /// Gives what there is of all: of those that are complete or refused the last that is heard
        /// of them.
        private void settle() {
            for (Map.Entry<Question<SweepSettings>, Sweeping> each :
                    List.copyOf(running.entrySet())) {
                Refusal refusal = refused.get(each.getValue());
                if (refusal != null) {
                    running.remove(each.getKey());
                    kept.remove(each.getKey());
                    asker.take(
                            each.getKey(),
                            () -> {
                                throw refusal;
                            });
                } else if (each.getValue().isComplete()) {
                    running.remove(each.getKey());
                    SweepAnswer answer = each.getValue().answer();
                    asker.take(each.getKey(), () -> answer);
                } else {
                    show(each.getKey(), each.getValue());
                }
            }
        }

        /// Gives what there is of those that are under way.
        void showAll() {
            running.forEach(this::show);
        }

        private void show(Question<SweepSettings> question, Sweeping sweeping) {
            listener(question).partial(sweeping.answer());
        }

        /// All runs of all sweeps are told as one, since that is what is waited for.
        private void tellSteps(Pace pace) {
            int all = running.values().stream().mapToInt(each -> each.plan().size()).sum();
            int done = running.values().stream().mapToInt(Sweeping::done).sum();
            step = new Step("run", done + 1, all, pace.left(taken, all - done));
            tell();
        }

        private void tell() {
            told = clock.getAsLong();
            Step now = step;
            if (now != null) {
                running.keySet().forEach(question -> listener(question).step(now));
            }
        }

        private ProgressListener<SweepAnswer> listener(Question<SweepSettings> question) {
            return listeners.getOrDefault(question, ProgressListener.none());
        }
    }

    @Override
    public void rest() {
        signals.rest();
        spectra.rest();
        trainings.rest();
    }
}
