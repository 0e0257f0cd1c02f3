package dev.weightscope.sweep;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Asker;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Refusal;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.race.TrainingSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Trainings, a few at once. Those that are cancelled go on where they were when they are asked
/// again.
final class TrainingRuns implements PointRuns {
    /// At once, for each thread: so many that none waits for the last of the others.
    private static final int RUNS = 4;

    private final TrainingLab lab = new TrainingLab();
    private final Solver<TrainingSettings, TrainingAnswer> solver;
    private final int atOnce;

    TrainingRuns(Kernel kernel, MemoryBudget memory) {
        solver = lab.solver(kernel, memory);
        atOnce = RUNS * kernel.threads();
    }

    private record Point(Sweeping sweeping, int run) {}

    @Override
    public void some(List<Group> groups, Cancellation cancellation, Taker taker) {
        Map<Question<TrainingSettings>, Point> points = new LinkedHashMap<>();
        for (Group group : groups) {
            for (int run : group.runs()) {
                // A question that stands at two points is answered for the other one later.
                points.putIfAbsent(
                        question(group.sweeping().plan(), run), new Point(group.sweeping(), run));
            }
            if (points.size() >= atOnce) {
                break;
            }
        }
        solver.solveAll(
                List.copyOf(points.keySet()),
                cancellation,
                new Asker<>() {
                    @Override
                    public ProgressListener<TrainingAnswer> begun(
                            Question<TrainingSettings> question) {
                        return ProgressListener.none();
                    }

                    @Override
                    public void take(
                            Question<TrainingSettings> question, Supplier<TrainingAnswer> answer) {
                        give(points.get(question), answer, taker);
                    }
                });
    }

    private Question<TrainingSettings> question(SweepPlan plan, int run) {
        Setup setup = plan.setup(plan.run(run));
        return lab.heard(new Question<>(setup.experiment(), setup.training()));
    }

    private static void give(@Nullable Point point, Supplier<TrainingAnswer> answer, Taker taker) {
        if (point == null) {
            throw new IllegalStateException("an answer that nobody asked for");
        }
        try {
            if (point.sweeping().plan().settings().measure().source()
                    instanceof Measure.Source.Training(var figure)) {
                taker.take(
                        point.sweeping(), point.run(), figure.applyAsDouble(answer.get().first()));
            }
        } catch (Refusal refusal) {
            taker.refuse(point.sweeping(), point.run(), refusal);
        }
    }

    @Override
    public void rest() {
        solver.rest();
    }
}
