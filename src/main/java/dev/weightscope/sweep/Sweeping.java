package dev.weightscope.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A sweep under way. For use by one thread.
final class Sweeping {
    private final SweepPlan plan;
    private final double[] values;
    private final BitSet known = new BitSet();
    private final List<List<PointRuns.Group>> levels;
    private long nanos;

    Sweeping(SweepPlan plan) {
        this.plan = plan;
        this.values = new double[plan.setups().size() * plan.draws()];
        this.levels = new RunGroups(plan).levels().stream().map(this::groups).toList();
    }

    private List<PointRuns.Group> groups(List<List<Integer>> level) {
        return new ArrayList<>(
                level.stream().map(runs -> new PointRuns.Group(this, runs)).toList());
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

    /// What is left, as [RunGroups#levels]. The runs of a group are computed at once, so that all
    /// of them are known or none.
    List<List<PointRuns.Group>> left() {
        levels.forEach(level -> level.removeIf(group -> known.get(group.runs().getFirst())));
        return levels;
    }
}
