package dev.weightscope.sweep;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Runs each on one thread, as many at once as there are threads: nothing waits for others inside
/// of a run. Where there is no room for several, one at a time on all threads.
///
/// @param <E> what computes a run, in memory of its own; for use by one thread at a time
abstract class SharedRuns<E> implements PointRuns {
    private static final Duration ROUND = Duration.ofMillis(100);

    /// What is left is long if it takes so much at the speed of the round before: longer than the
    /// JVM needs to compile the loops of a run.
    private static final Duration LONG = Duration.ofSeconds(5);

    private final Kernel kernel;
    private final List<E> engines;
    private final E alone;

    /// @param maker makes what computes with a kernel
    SharedRuns(Kernel kernel, Function<Kernel, E> maker) {
        this.kernel = kernel;
        Kernel one = kernel.onAtMost(1);
        engines = IntStream.range(0, kernel.threads()).mapToObj(_ -> maker.apply(one)).toList();
        alone = maker.apply(kernel);
    }

    private record Answer(Group group, List<Double> values) {}

    /// Computes the runs of a group.
    ///
    /// @return a figure of each
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    /// @throws Refusal if there is no room for it beside others, or it cannot be computed
    abstract List<Double> run(E engine, Group group, Cancellation cancellation);

    /// Gives back the memory of an engine.
    abstract void release(E engine);

    @Override
    public void some(List<Group> groups, Cancellation cancellation, Taker taker) {
        Queue<Group> left = new ConcurrentLinkedQueue<>(groups);
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        Queue<Group> withoutRoom = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        long end = start + ROUND.toNanos();
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
                                answers.add(answer(engines.get(thread), group, cancellation));
                            } catch (Refusal _) {
                                withoutRoom.add(group);
                            }
                        } while (System.nanoTime() < end);
                    });
        } finally {
            answers.forEach(answer -> give(answer, taker));
        }
        Duration perGroup =
                Duration.ofNanos(System.nanoTime() - start).dividedBy(Math.max(1, answers.size()));
        if (perGroup.multipliedBy(left.size()).compareTo(LONG) > 0) {
            kernel.hurry();
        }
        for (Group group : withoutRoom) {
            engines.forEach(this::release);
            try {
                give(answer(alone, group, cancellation), taker);
            } catch (Refusal refusal) {
                taker.refuse(group.sweeping(), group.runs().getFirst(), refusal);
            } finally {
                release(alone);
            }
        }
    }

    private Answer answer(E engine, Group group, Cancellation cancellation) {
        return new Answer(group, run(engine, group, cancellation));
    }

    private static void give(Answer answer, Taker taker) {
        Group group = answer.group();
        for (int i = 0; i < group.runs().size(); i++) {
            taker.take(group.sweeping(), group.runs().get(i), answer.values().get(i));
        }
    }

    @Override
    public void rest() {
        engines.forEach(this::release);
        release(alone);
    }
}
