package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import java.time.Duration;
import java.util.List;

/// Several runs at once, on the threads of the kernel: each thread takes the run that least work
/// has gone into, carries it on for a moment, and puts it back, so that those of one size are at
/// about the same step, and a small one need not wait for the steps of a large one.
///
/// It can be left when it is cancelled, and taken up again. No number depends on the threads, nor
/// on which runs go on beside each other.
public final class TrainingRace {
    /// Between two reports: a frame.
    private static final Duration ROUND = Duration.ofMillis(16);

    /// How long a thread stays with a run, if one step does not take longer.
    private static final Duration TURN = Duration.ofMillis(2);

    private final List<TrainingRun> runs;
    private final Kernel kernel;

    /// @param runs each of one draw; not to be used elsewhere while they race
    /// @param kernel not closed by the race
    public TrainingRace(List<TrainingRun> runs, Kernel kernel) {
        this.runs = List.copyOf(runs);
        this.kernel = kernel;
    }

    public List<TrainingRun> runs() {
        return runs;
    }

    /// What is known of each run now.
    public List<RunState> states() {
        return runs.stream().map(TrainingRun::state).toList();
    }

    /// Carries all runs to their ends.
    ///
    /// @param report called now and then, and at the end, on the calling thread, while no run
    ///   moves: it may ask for [#states]
    /// @throws CancelledException if the work is no longer wanted; the runs can go on later
    public void run(Cancellation cancellation, Runnable report) {
        while (runs.stream().anyMatch(run -> !run.hasEnded())) {
            round(cancellation);
            report.run();
        }
    }

    /// Carries all runs on for the time of a frame.
    ///
    /// @throws CancelledException as [#run]
    public void round(Cancellation cancellation) {
        round(kernel.threads(), cancellation);
    }

    /// Carries all runs on for the time of a frame, as far as some threads come.
    ///
    /// @param threads at least 1; the kernel has no more than its own
    /// @throws CancelledException as [#run]
    public void round(int threads, Cancellation cancellation) {
        Turns turns = new Turns(runs);
        long end = System.nanoTime() + ROUND.toNanos();
        kernel.share(
                Math.min(threads, turns.count()),
                cancellation,
                _ -> work(turns, end, cancellation));
    }

    private static void work(Turns turns, long end, Cancellation cancellation) {
        TrainingRun run = turns.take();
        while (run != null) {
            long turn = Math.min(end, System.nanoTime() + TURN.toNanos());
            do {
                if (run.hasStarted()) {
                    run.step(cancellation);
                } else {
                    run.start(cancellation); // of a large network long before its first step
                }
            } while (!run.hasEnded() && System.nanoTime() < turn);
            turns.putBack(run);
            run = System.nanoTime() < end ? turns.take() : null;
        }
    }
}
