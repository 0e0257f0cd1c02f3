package dev.weightscope.phase;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.training.Detail;
import dev.weightscope.training.TrainingMemory;
import dev.weightscope.training.TrainingRace;
import dev.weightscope.training.TrainingRun;
import dev.weightscope.training.TrainingSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;

/// Networks all over a map on their way, one on each thread: whoever is cancelled goes on later. No
/// bit of a network depends on the others, nor on the threads. For use by one thread.
final class Measuring {
    private final TrainabilityPlan plan;
    private final double[] reach;
    private final double chance;
    private final List<MeasuredRun> runs = new ArrayList<>();
    private final Deque<Integer> waiting;

    /// By their numbers, as many as there are threads.
    private final SequencedMap<Integer, TrainingRun> going = new LinkedHashMap<>();

    /// @param set that is learnt
    /// @param reach see [Measured#reach]; not to be modified
    Measuring(TrainabilityPlan plan, TrainingSet set, double[] reach) {
        this.plan = plan;
        this.reach = reach;
        chance = set.commonest();
        waiting = new ArrayDeque<>(plan.order());
        for (int run = 0; run < plan.size(); run++) {
            runs.add(MeasuredRun.open(plan.experiment().seed() + run % plan.draws()));
        }
    }

    TrainabilityPlan plan() {
        return plan;
    }

    /// What is known now.
    Measured now() {
        return new Measured(plan.places(), plan.draws(), chance, reach, runs, plan.caption());
    }

    /// How many runs have ended.
    int done() {
        return (int) runs.stream().filter(MeasuredRun::hasEnded).count();
    }

    boolean isComplete() {
        return waiting.isEmpty() && going.isEmpty();
    }

    /// All steps of all runs that are taken; a run that has ended counts as all of its steps.
    long steps() {
        return (long) done() * plan.training().plan().steps()
                + going.values().stream().mapToLong(TrainingRun::steps).sum();
    }

    /// What the runs that are on their way at once take.
    List<MemoryNeed.Part> need(TrainingSet set, int threads) {
        return TrainingMemory.of("", plan.start(0, set), plan.training().plan(), set, Detail.CURVES)
                .parts()
                .stream()
                .map(part ->
                        new MemoryNeed.Part(
                                threads * part.bytes(), "fewer threads or " + part.remedy()))
                .toList();
    }

    /// Carries the runs on for some milliseconds.
    ///
    /// @throws Refusal in one sentence, if the experiment cannot be trained
    /// @throws dev.weightscope.kernel.CancelledException if it is no longer wanted; the next call
    ///   goes on there
    void some(TrainingSet set, Kernel kernel, Cancellation cancellation) {
        while (going.size() < kernel.threads() && !waiting.isEmpty()) {
            int run = waiting.getFirst();
            Experiment start = plan.start(run, set);
            going.put(
                    run,
                    new TrainingRun(start, plan.training().plan(), set, Detail.CURVES, kernel));
            waiting.removeFirst();
        }
        new TrainingRace(List.copyOf(going.values()), kernel).round(cancellation);
        end(kernel, cancellation);
    }

    /// Takes what has come to its end.
    private void end(Kernel kernel, Cancellation cancellation) {
        List<Map.Entry<Integer, TrainingRun>> ended =
                going.entrySet().stream().filter(each -> each.getValue().hasEnded()).toList();
        for (Map.Entry<Integer, TrainingRun> each : ended) {
            each.getValue()
                    .failure()
                    .ifPresent(failure -> {
                        throw failure;
                    });
        }
        double[] accuracies = new double[ended.size()];
        kernel.share(
                ended.size(),
                cancellation,
                i -> accuracies[i] = ended.get(i).getValue().accuracy(cancellation));
        for (int i = 0; i < accuracies.length; i++) {
            int run = ended.get(i).getKey();
            OptionalInt diverged = ended.get(i).getValue().state().divergedStep();
            runs.set(run, MeasuredRun.ended(runs.get(run).seed(), accuracies[i], diverged));
            going.remove(run);
        }
    }

    /// Lets go of the runs that have not ended: they begin anew.
    void rest() {
        List.copyOf(going.sequencedKeySet().reversed()).forEach(waiting::addFirst);
        going.clear();
    }
}
