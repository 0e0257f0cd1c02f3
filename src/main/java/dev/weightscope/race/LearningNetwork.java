package dev.weightscope.race;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Step;
import dev.weightscope.training.Detail;
import dev.weightscope.training.RunState;
import dev.weightscope.training.TrainingMemory;
import dev.weightscope.training.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The first of a setting's networks, which learns once more, bit for bit as in any race, and may
/// be looked at after any step.
///
/// For use by one thread at a time.
public final class LearningNetwork {
    private final TrainingRun run;
    private final int planned;

    private LearningNetwork(TrainingRun run, int planned) {
        this.run = run;
        this.planned = planned;
    }

    /// @param kernel not closed by the network
    /// @param memory told what the data, and then what data and network will take; may refuse it
    /// @throws dev.weightscope.model.Refusal if there is no such data, or the experiment cannot be
    ///   trained on it
    public static LearningNetwork of(
            Question<TrainingSettings> question,
            Kernel kernel,
            Consumer<MemoryNeed> memory,
            Cancellation cancellation) {
        List<MemoryNeed.Part> parts = new ArrayList<>();
        TrainingSets.Read data =
                new TrainingSets()
                        .of(
                                question,
                                part -> {
                                    parts.add(part);
                                    memory.accept(need(parts));
                                },
                                cancellation);
        parts.addAll(
                TrainingMemory.of(
                                "",
                                question.experiment(),
                                question.settings().plan(),
                                data.set(),
                                Detail.CURVES)
                        .parts());
        memory.accept(need(parts));
        return new LearningNetwork(
                new TrainingRun(
                        question.experiment(),
                        question.settings().plan(),
                        data.set(),
                        Detail.CURVES,
                        kernel),
                question.settings().plan().steps());
    }

    private static MemoryNeed need(List<MemoryNeed.Part> parts) {
        return new MemoryNeed("this training", parts);
    }

    /// Takes steps until so many are taken, or the training has come to its end.
    ///
    /// @param last 0 for the start; fewer than are taken already change nothing
    /// @param steps told which step is about to be taken
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    /// @throws dev.weightscope.model.Refusal if a custom initializer fails
    public void goTo(int last, Cancellation cancellation, Consumer<Step> steps) {
        int goal = Math.min(last, planned);
        run.start(cancellation);
        while (!run.hasEnded() && run.steps() < goal) {
            steps.accept(new Step("step", run.steps() + 1, goal));
            run.step(cancellation);
        }
        run.failure()
                .ifPresent(failure -> {
                    throw failure;
                });
    }

    /// Goes to the end of the training, as [#goTo].
    void goToEnd(Cancellation cancellation, Consumer<Step> steps) {
        goTo(planned, cancellation, steps);
    }

    /// How many are taken.
    public int steps() {
        return run.steps();
    }

    /// What is known of it now.
    public RunState state() {
        return run.state();
    }

    /// As [TrainingRun#weights].
    public void weights(BiConsumer<float[], float[]> taker) {
        run.weights(taker);
    }

    /// What its norms have learnt.
    List<DrawnNetwork.Vector> norms() {
        return run.norms().entrySet().stream()
                .map(each -> new DrawnNetwork.Vector(each.getKey(), each.getValue()))
                .toList();
    }
}
