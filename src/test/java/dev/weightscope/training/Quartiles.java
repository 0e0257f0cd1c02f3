package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Experiment;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Where the middle half of another program's draws lies. The median of draws of our own is looked
/// for in it, widened on either side by three standard errors of the difference of both medians: of
/// n normal draws, a median's is 1.2533·σ/√n, and σ is the width of the middle half by 1.349.
/// Three, since hundreds of medians are looked at.
///
/// @param widening the three standard errors by the width
record Quartiles(double q1, double q3, double widening) {
    /// @param figure with an array of each quartile
    /// @param theirs draws
    /// @param ours draws
    static Quartiles of(JsonNode figure, int index, int theirs, int ours) {
        return new Quartiles(
                Tables.numbers(figure.get("q1"))[index],
                Tables.numbers(figure.get("q3"))[index],
                3 * 1.2533 / 1.349 * Math.sqrt(1.0 / theirs + 1.0 / ours));
    }

    /// @param atLeast by how much it is widened at least
    /// @param outside gets a line where the median is none of those
    void require(String place, double median, double atLeast, List<String> outside) {
        if (Double.isInfinite(q3) && Double.isInfinite(q1)) {
            if (Double.isFinite(median)) {
                outside.add("%s: %s is finite".formatted(place, median));
            }
            return;
        }
        double reach = Math.max(atLeast, (q3 - q1) * widening);
        if (!(median >= q1 - reach && median <= q3 + reach)) {
            outside.add("%s: %s is outside %s..%s".formatted(place, median, q1, q3));
        }
    }

    /// Draws with the seeds 1..seeds, at once.
    static List<RunState> race(
            Experiment start, TrainingPlan plan, TrainingSet set, int seeds, Kernel kernel) {
        TrainingRace race =
                new TrainingRace(
                        IntStream.rangeClosed(1, seeds)
                                .mapToObj(seed ->
                                        new TrainingRun(
                                                start.withSeed(seed),
                                                plan,
                                                set,
                                                Detail.CURVES,
                                                kernel))
                                .toList(),
                        kernel);
        race.run(Cancellation.NEVER, () -> {});
        return race.states();
    }

    static double median(List<RunState> states, ToDoubleFunction<RunState> figure) {
        double[] sorted = states.stream().mapToDouble(figure).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
