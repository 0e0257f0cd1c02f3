package dev.weightscope.race;

import dev.weightscope.chart.race.Lines;
import dev.weightscope.training.RunState;
import java.time.Duration;
import java.util.List;

/// What is known of the networks that one setting starts: all of it, or what there is yet.
///
/// @param settings what was asked for
/// @param task what there is to learn
/// @param draws of seed, seed + 1, …, at least one; layers and histograms are kept of the first
/// @param elapsed how long it took, beside others of the race
/// @param curves what is drawn of the draws
public record TrainingAnswer(
        TrainingSettings settings,
        TrainingTask task,
        List<RunState> draws,
        Duration elapsed,
        RunCurves curves) {
    public TrainingAnswer {
        draws = List.copyOf(draws);
    }

    /// Of draws of which nothing was drawn before.
    public TrainingAnswer(
            TrainingSettings settings, TrainingTask task, List<RunState> draws, Duration elapsed) {
        this(
                settings,
                task,
                draws,
                elapsed,
                new GrowingCurves(settings.plan().steps(), draws.getFirst().layers().size())
                        .follow(draws));
    }

    /// The experiment's own.
    public RunState first() {
        return draws.getFirst();
    }

    /// Whether all draws have come to their ends.
    public boolean isComplete() {
        return draws.stream().allMatch(RunState::hasEnded);
    }

    /// Steps of the draw that has come least far, of those that go on; of all, where none does.
    public int steps() {
        return draws.stream()
                .filter(each -> !each.hasEnded())
                .mapToInt(RunState::steps)
                .min()
                .orElseGet(() -> draws.stream().mapToInt(RunState::steps).max().orElseThrow());
    }

    /// Of all draws, step by step.
    public Lines loss() {
        return curves.loss();
    }

    /// As [#loss]; empty where the target is a number.
    public Lines accuracy() {
        return curves.accuracy();
    }

    /// As [#loss]; empty where no rows are left for testing.
    public Lines testLoss() {
        return curves.testLoss();
    }

    /// As [#testLoss].
    public Lines testAccuracy() {
        return curves.testAccuracy();
    }
}
