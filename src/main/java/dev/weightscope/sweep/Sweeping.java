package dev.weightscope.sweep;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;

/// A sweep under way. For use by one thread.
final class Sweeping {
    private final SweepPlan plan;
    private final double[] values;
    private final BitSet known = new BitSet();
    private long nanos;

    Sweeping(SweepPlan plan) {
        this.plan = plan;
        this.values = new double[plan.setups().size() * plan.draws()];
    }

    SweepPlan plan() {
        return plan;
    }

    void take(int run, double value) {
        values[run] = value;
        known.set(run);
    }

    void took(long more) {
        nanos += more;
    }

    boolean isComplete() {
        return done() == plan.size();
    }

    int done() {
        return known.cardinality();
    }

    SweepAnswer answer() {
        return new SweepAnswer(plan, values, known, Duration.ofNanos(nanos));
    }

    /// What is left, as [RunGroups#levels].
    List<List<PointRuns.Group>> left() {
        return new RunGroups(plan)
                .levels(answer()).stream()
                        .map(level ->
                                level.stream()
                                        .map(runs -> new PointRuns.Group(this, runs))
                                        .toList())
                        .toList();
    }
}
