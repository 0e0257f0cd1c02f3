package dev.weightscope.phase;

import dev.weightscope.data.DataVersion;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Pace;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Step;
import dev.weightscope.race.TrainingSets;
import dev.weightscope.training.TrainingSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Networks that were trained all over maps, the last ones kept: an experiment that moves on a map
/// finds them, and so does whoever comes back. For use by one thread at a time.
final class Trainings {
    private static final int KEPT = 16;

    private final Kernel kernel;
    private final MemoryBudget.Claim memory;
    private final TrainingSets sets = new TrainingSets();
    private final Map<Key, Measuring> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    private record Key(TrainabilityPlan plan, DataVersion data) {
        static Key of(Question<PhaseSettings> question) {
            TrainabilityPlan plan = TrainabilityPlan.of(question);
            return new Key(plan, TrainingSets.version(plan.question()));
        }
    }

    Trainings(Kernel kernel, MemoryBudget memory) {
        this.kernel = kernel;
        this.memory = memory.open();
    }

    /// What is known of the networks that a question is about; empty where none was begun.
    Optional<Measured> known(Question<PhaseSettings> question) {
        try {
            return Optional.ofNullable(kept.get(Key.of(question))).map(Measuring::now);
        } catch (Refusal _) {
            return Optional.empty(); // whoever trains them is told so
        }
    }

    /// Trains what is left of them.
    ///
    /// @param reach what is shown beside them, see [Measured#reach]
    /// @param parts told of what there is, at first and whenever there is one more
    /// @param steps told how far they are
    /// @throws Refusal in one sentence, if the experiment cannot be trained, or there is no room
    /// @throws dev.weightscope.kernel.CancelledException if they are no longer wanted; what there
    ///   is stays, and the next call goes on there
    Measured measure(
            Question<PhaseSettings> question,
            Function<TrainabilityPlan, double[]> reach,
            Consumer<Measured> parts,
            Consumer<Step> steps,
            Cancellation cancellation) {
        Key key = Key.of(question);
        Measuring there = kept.get(key);
        if (there != null && there.isComplete()) {
            return there.now();
        }
        kept.values().stream().filter(each -> each != there).forEach(Measuring::rest);
        sets.keepFor(List.of(key.plan.question()));
        TrainingSet set =
                sets.of(key.plan.question(), more -> claim(List.of(more)), cancellation).set();
        Measuring measuring =
                there == null ? new Measuring(key.plan, set, reach.apply(key.plan)) : there;
        claim(measuring.need(set, kernel.threads()));
        kept.put(key, measuring);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        run(measuring, set, parts, steps, cancellation);
        return measuring.now();
    }

    private void run(
            Measuring measuring,
            TrainingSet set,
            Consumer<Measured> parts,
            Consumer<Step> steps,
            Cancellation cancellation) {
        Pace pace = new Pace(System::nanoTime, measuring.steps());
        int shown = -1;
        while (!measuring.isComplete()) {
            int done = measuring.done();
            if (done > shown) {
                shown = done;
                parts.accept(measuring.now());
            }
            steps.accept(step(measuring, pace));
            measuring.some(set, kernel, cancellation);
        }
    }

    /// Claims what the data takes, with what comes to it.
    private void claim(List<MemoryNeed.Part> more) {
        List<MemoryNeed.Part> parts = Stream.concat(sets.needs().stream(), more.stream()).toList();
        memory.take(new MemoryNeed("these trainings", parts));
    }

    private static Step step(Measuring measuring, Pace pace) {
        int all = measuring.plan().size();
        long steps = measuring.steps();
        long rest = (long) all * measuring.plan().training().plan().steps() - steps;
        return new Step("training", measuring.done() + 1, all, pace.left(steps, rest));
    }

    /// Gives back memory; what has come to its end stays.
    void rest() {
        kept.values().forEach(Measuring::rest);
        sets.rest();
        memory.giveBack();
    }
}
