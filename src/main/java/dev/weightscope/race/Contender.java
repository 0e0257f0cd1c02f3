package dev.weightscope.race;

import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.training.Detail;
import dev.weightscope.training.RunState;
import dev.weightscope.training.TrainingData;
import dev.weightscope.training.TrainingMemory;
import dev.weightscope.training.TrainingPlan;
import dev.weightscope.training.TrainingRun;
import dev.weightscope.training.TrainingSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A setting in the race, with all its draws, where they are.
final class Contender {
    private final TrainingSettings settings;
    private final TrainingTask task;
    private final TrainingData data;
    private final List<TrainingRun> runs = new ArrayList<>();
    private final GrowingCurves curves;
    private long nanos;

    /// @throws dev.weightscope.model.Refusal if the experiment cannot be trained
    Contender(Question<TrainingSettings> question, TrainingSets.Read data, Kernel kernel) {
        settings = question.settings();
        this.data = data.set().data();
        task = TrainingTask.of(data.set(), settings.plan(), data.reading());
        curves = new GrowingCurves(settings.plan().steps(), question.experiment().depth());
        for (int draw = 0; draw < settings.draws(); draw++) {
            runs.add(
                    new TrainingRun(
                            drawn(question.experiment(), draw),
                            settings.plan(),
                            data.set(),
                            detail(draw),
                            kernel));
        }
    }

    private static Experiment drawn(Experiment experiment, int draw) {
        return experiment.withSeed(experiment.seed() + draw);
    }

    /// Layers of many draws would not be looked at.
    private static Detail detail(int draw) {
        return draw == 0 ? Detail.HISTOGRAMS : Detail.CURVES;
    }

    /// What all draws of a setting take.
    static List<MemoryNeed.Part> need(Question<TrainingSettings> question, TrainingSet set) {
        TrainingPlan plan = question.settings().plan();
        Experiment experiment = question.experiment();
        int others = question.settings().draws() - 1;
        MemoryNeed first = TrainingMemory.of("", experiment, plan, set, detail(0));
        MemoryNeed other = TrainingMemory.of("", experiment, plan, set, detail(1));
        MemoryNeed.Part drawn =
                new MemoryNeed.Part(
                        GrowingCurves.bytes(plan.steps(), experiment.depth()), "fewer steps");
        return Stream.concat(
                        Stream.concat(first.parts().stream(), Stream.of(drawn)),
                        other.parts().stream()
                                .map(part ->
                                        new MemoryNeed.Part(
                                                others * part.bytes(),
                                                "fewer draws or " + part.remedy())))
                .toList();
    }

    /// Whether these are its data still: a file may have changed.
    boolean isOn(TrainingSets.Read read) {
        return data == read.set().data();
    }

    List<TrainingRun> runs() {
        return runs;
    }

    /// Why a draw cannot go on, and so none of them.
    Optional<Refusal> failure() {
        return runs.stream().flatMap(run -> run.failure().stream()).findFirst();
    }

    boolean hasEnded() {
        return runs.stream().allMatch(TrainingRun::hasEnded);
    }

    /// Of the draw that has come least far, of those that go on.
    int steps() {
        return runs.stream()
                .filter(run -> !run.hasEnded())
                .mapToInt(TrainingRun::steps)
                .min()
                .orElse(settings.plan().steps());
    }

    int totalSteps() {
        return settings.plan().steps();
    }

    void took(long more) {
        nanos += more;
    }

    /// What is known now; while no run moves.
    TrainingAnswer answer() {
        List<RunState> draws = runs.stream().map(TrainingRun::state).toList();
        return new TrainingAnswer(
                settings, task, draws, Duration.ofNanos(nanos), curves.follow(draws));
    }
}
