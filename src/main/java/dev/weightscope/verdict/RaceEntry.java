package dev.weightscope.verdict;

import dev.weightscope.model.Quantiles;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// A setting in a race.
///
/// @param label its name
/// @param draws at least one
public record RaceEntry(String label, List<RunEvidence> draws) {
    public RaceEntry {
        draws = List.copyOf(draws);
    }

    /// The median over the draws of the step that reaches the goal, rounded up; empty where the
    /// median draw does not.
    public OptionalInt goalStep() {
        double median = median(run -> run.goalStep().orElse(Integer.MAX_VALUE));
        return median > Integer.MAX_VALUE / 2.0
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.ceil(median));
    }

    public double loss() {
        return median(RunEvidence::loss);
    }

    public double accuracy() {
        return median(RunEvidence::accuracy);
    }

    int reached() {
        return (int) draws.stream().filter(run -> run.goalStep().isPresent()).count();
    }

    /// Whether more than half of the draws are so.
    boolean mostly(Predicate<RunEvidence> rule) {
        return 2 * draws.stream().filter(rule).count() > draws.size();
    }

    double median(ToDoubleFunction<RunEvidence> figure) {
        return Quantiles.median(draws.stream().mapToDouble(figure).toArray());
    }
}
