package dev.weightscope.race;

import dev.weightscope.chart.race.Lines;
import dev.weightscope.training.Curve;
import dev.weightscope.training.RunState;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// What is known of the networks that one setting starts: all of it, or what there is yet.
///
/// @param settings what was asked for
/// @param task what there is to learn
/// @param draws of seed, seed + 1, …, at least one; layers and histograms are kept of the first
/// @param elapsed how long it took, beside others of the race
public record TrainingAnswer(
        TrainingSettings settings, TrainingTask task, List<RunState> draws, Duration elapsed) {
    public TrainingAnswer {
        draws = List.copyOf(draws);
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
        return lines(RunState::loss);
    }

    /// As [#loss]; empty where the target is a number.
    public Lines accuracy() {
        return lines(RunState::accuracy);
    }

    /// As [#loss]; empty where no rows are left for testing.
    public Lines testLoss() {
        return lines(RunState::testLoss);
    }

    /// As [#testLoss].
    public Lines testAccuracy() {
        return lines(RunState::testAccuracy);
    }

    private Lines lines(Function<RunState, Curve> curve) {
        return new Lines(
                draws.stream()
                        .map(draw -> {
                            Curve values = curve.apply(draw);
                            return new Lines.Line(values.length(), values::at, draw.hasEnded());
                        })
                        .toList());
    }
}
