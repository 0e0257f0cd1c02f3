package dev.weightscope.training;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// The runs of a race that nobody carries on now and that have not ended, those first that least
/// work has gone into once they are carried on. For any thread.
final class Turns {
    private final Queue<TrainingRun> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Turns::workAfterNext));

    Turns(List<TrainingRun> runs) {
        runs.stream().filter(run -> !run.hasEnded()).forEach(waiting::add);
    }

    synchronized int count() {
        return waiting.size();
    }

    /// Null where none waits.
    synchronized @Nullable TrainingRun take() {
        return waiting.poll();
    }

    /// To be told once nobody carries it on.
    synchronized void putBack(TrainingRun run) {
        if (!run.hasEnded()) {
            waiting.add(run);
        }
    }

    /// What has gone into a run after its next step, or its start, as multiplications by weights of
    /// one sample on the way forward. Runs of a race learn the same data by the same plan: the rest
    /// of a step is in proportion.
    private static long workAfterNext(TrainingRun run) {
        long weights = 0;
        for (int layer = 1; layer < run.widths().size(); layer++) {
            weights += (long) run.widths().get(layer - 1) * run.widths().get(layer);
        }
        return weights * (run.hasStarted() ? run.steps() + 2L : 1);
    }
}
