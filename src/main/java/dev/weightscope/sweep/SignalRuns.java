package dev.weightscope.sweep;

import dev.weightscope.engine.MomentsEngine;
import dev.weightscope.engine.SignalMoments;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/// Runs of a signal, each on one thread, as many at once as there are threads: nothing waits at the
/// end of each layer. Where there is no room for several, one at a time on all threads.
final class SignalRuns implements PointRuns {
    private static final Duration ROUND = Duration.ofMillis(100);

    private final Kernel kernel;
    private final List<MomentsEngine> engines;
    private final MomentsEngine alone;

    SignalRuns(Kernel kernel, MemoryBudget memory) {
        this.kernel = kernel;
        Kernel one = kernel.onAtMost(1);
        engines =
                IntStream.range(0, kernel.threads())
                        .mapToObj(_ -> new MomentsEngine(one, memory))
                        .toList();
        alone = new MomentsEngine(kernel, memory);
    }

    private record Answer(Group group, List<SignalMoments> found) {}

    @Override
    public void some(List<Group> groups, Cancellation cancellation, Taker taker) {
        Queue<Group> left = new ConcurrentLinkedQueue<>(groups);
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        Queue<Group> withoutRoom = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + ROUND.toNanos();
        try {
            kernel.share(
                    engines.size(),
                    cancellation,
                    thread -> {
                        do {
                            Group group = left.poll();
                            if (group == null) {
                                return;
                            }
                            try {
                                answers.add(run(engines.get(thread), group, cancellation));
                            } catch (Refusal _) {
                                withoutRoom.add(group);
                            }
                        } while (System.nanoTime() < end);
                    });
        } finally {
            answers.forEach(answer -> give(answer, taker));
        }
        for (Group group : withoutRoom) {
            engines.forEach(MomentsEngine::release);
            try {
                give(run(alone, group, cancellation), taker);
            } catch (Refusal refusal) {
                taker.refuse(group.sweeping(), group.runs().getFirst(), refusal);
            } finally {
                alone.release();
            }
        }
    }

    private static Answer run(MomentsEngine engine, Group group, Cancellation cancellation) {
        SweepPlan plan = group.sweeping().plan();
        Measure.Source.Signal source = source(plan);
        List<Experiment> experiments = new ArrayList<>();
        for (int run : group.runs()) {
            experiments.add(plan.setup(plan.run(run)).experiment());
        }
        return new Answer(
                group,
                experiments.size() == 1
                        ? List.of(engine.run(experiments.getFirst(), source.passes(), cancellation))
                        : engine.runDepths(experiments, source.passes(), cancellation));
    }

    private static void give(Answer answer, Taker taker) {
        Sweeping sweeping = answer.group().sweeping();
        Measure.Source.Signal source = source(sweeping.plan());
        for (int i = 0; i < answer.found().size(); i++) {
            int run = answer.group().runs().get(i);
            taker.take(
                    sweeping,
                    run,
                    source.figure()
                            .of(
                                    sweeping.plan().setup(sweeping.plan().run(run)).experiment(),
                                    answer.found().get(i)));
        }
    }

    private static Measure.Source.Signal source(SweepPlan plan) {
        if (!(plan.settings().measure().source() instanceof Measure.Source.Signal signal)) {
            throw new IllegalArgumentException(
                    plan.settings().measure().key() + " is of no signal");
        }
        return signal;
    }

    @Override
    public void rest() {
        engines.forEach(MomentsEngine::release);
        alone.release();
    }
}
