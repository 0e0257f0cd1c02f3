package dev.weightscope.sweep;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Refusal;
import dev.weightscope.spectrum.DepthChoice;
import dev.weightscope.spectrum.SpectrumAnswer;
import dev.weightscope.spectrum.SpectrumLab;
import dev.weightscope.spectrum.SpectrumSettings;
import java.time.Duration;
import java.util.List;

/// Jacobians, one after the other: each takes all threads.
final class SpectrumRuns implements PointRuns {
    private static final Duration ROUND = Duration.ofMillis(100);
    private static final SpectrumSettings LAST =
            SpectrumSettings.DEFAULT.withDepths(DepthChoice.LAST);

    private final Solver<SpectrumSettings, SpectrumAnswer> solver;

    SpectrumRuns(Kernel kernel, MemoryBudget memory) {
        solver = new SpectrumLab().solver(kernel, memory);
    }

    @Override
    public void some(List<Group> groups, Cancellation cancellation, Taker taker) {
        long end = System.nanoTime() + ROUND.toNanos();
        for (Group group : groups) {
            for (int run : group.runs()) {
                run(group.sweeping(), run, cancellation, taker);
            }
            if (System.nanoTime() >= end) {
                return;
            }
        }
    }

    private void run(Sweeping sweeping, int run, Cancellation cancellation, Taker taker) {
        SweepPlan plan = sweeping.plan();
        try {
            SpectrumAnswer answer =
                    solver.solve(
                            new Question<>(plan.setup(plan.run(run)).experiment(), LAST),
                            cancellation,
                            ProgressListener.none());
            if (plan.settings().measure().source() instanceof Measure.Source.Spectrum(var figure)) {
                taker.take(sweeping, run, figure.applyAsDouble(answer.last()));
            }
        } catch (Refusal refusal) {
            taker.refuse(sweeping, run, refusal);
        }
    }

    @Override
    public void rest() {
        solver.rest();
    }
}
