package dev.weightscope.race;

import dev.weightscope.chart.race.GrowingCurve;
import dev.weightscope.chart.race.Lines;
import dev.weightscope.chart.race.RunningMean;
import dev.weightscope.chart.race.ShownSteps;
import dev.weightscope.training.Curve;
import dev.weightscope.training.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What is drawn of draws that grow: of each new step it is found once, by whoever computes, so
/// that whoever draws has it at hand. For use by one thread at a time.
final class GrowingCurves {
    private final GrowingCurve loss;
    private final GrowingCurve accuracy;
    private final List<RunningMean.Growing> updates = new ArrayList<>();

    /// @param steps of the plan
    /// @param depth layers of the first draw
    GrowingCurves(int steps, int depth) {
        List<Integer> shown = ShownSteps.of(steps).numbers();
        loss = new GrowingCurve(shown);
        accuracy = new GrowingCurve(shown);
        for (int layer = 0; layer < depth; layer++) {
            updates.add(new RunningMean.Growing(steps + 1));
        }
    }

    /// What the sums of all steps take.
    static long bytes(int steps, int depth) {
        return (steps + 2L) * depth * RunningMean.Growing.BYTES;
    }

    /// @param draws the same as before, as far as they are now
    RunCurves follow(List<RunState> draws) {
        List<RunningMean> means = new ArrayList<>();
        for (int layer = 0; layer < updates.size(); layer++) {
            Curve ratio = draws.getFirst().layers().get(layer).updateRatio();
            means.add(
                    updates.get(layer).follow(ratio.length(), step -> Math.log10(ratio.at(step))));
        }
        return new RunCurves(
                loss.follow(lines(draws, RunState::loss)),
                accuracy.follow(lines(draws, RunState::accuracy)),
                lines(draws, RunState::testLoss),
                lines(draws, RunState::testAccuracy),
                means);
    }

    private static Lines lines(List<RunState> draws, Function<RunState, Curve> curve) {
        return new Lines(
                draws.stream()
                        .map(draw -> {
                            Curve values = curve.apply(draw);
                            return new Lines.Line(values.length(), values::at, draw.hasEnded());
                        })
                        .toList());
    }
}
