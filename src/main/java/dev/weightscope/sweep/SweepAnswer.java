package dev.weightscope.sweep;

import dev.weightscope.model.Quantiles;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// What is known of a sweep of one setting: all of it, or what there is yet. Immutable.
public final class SweepAnswer {
    private final SweepPlan plan;
    private final double[] values;
    private final BitSet known;
    private final Duration elapsed;

    /// @param values of all runs; copied
    /// @param known which of them there are; copied
    SweepAnswer(SweepPlan plan, double[] values, BitSet known, Duration elapsed) {
        this.plan = plan;
        this.values = values.clone();
        this.known = (BitSet) known.clone();
        this.elapsed = elapsed;
    }

    private SweepAnswer(SweepPlan plan, SweepAnswer other) {
        this.plan = plan;
        values = other.values;
        known = other.known;
        elapsed = other.elapsed;
    }

    /// The same values, looked at from another setting of which the sweep is the same.
    SweepAnswer of(Setup base) {
        return base.equals(plan.base()) ? this : new SweepAnswer(plan.of(base), this);
    }

    SweepPlan plan() {
        return plan;
    }

    public SweepSettings settings() {
        return plan.settings();
    }

    /// How long it took.
    public Duration elapsed() {
        return elapsed;
    }

    /// How many runs were asked for.
    public int asked() {
        return plan.size();
    }

    /// Whether all runs of the share are there.
    public boolean isComplete() {
        return known.cardinality() == plan.size();
    }

    /// The setting itself with the swept number where its curve crosses the level first; empty
    /// where it does nowhere, or cannot have that value.
    public Optional<Setup> atCrossing() {
        Way over = settings().over();
        return Crossing.of(this, plan.liveRow()).stream()
                .findFirst()
                .map(each -> over.option().read(plan.base(), over.typed(each.value())));
    }

    /// Whether there is a point of the row that a curve is drawn of: where two numbers are swept,
    /// others may be there before.
    public boolean hasCurve() {
        int row = plan.liveRow();
        return IntStream.range(0, plan.columns().size())
                .anyMatch(column -> median(row, column).isPresent());
    }

    /// How many runs are there.
    public int done() {
        return known.cardinality();
    }

    /// Whether a run is there.
    boolean knows(int run) {
        return known.get(run);
    }

    /// The figure of a run that is there.
    double value(int run) {
        return values[run];
    }

    /// The numbers of the runs that are there, ascending.
    IntStream runs() {
        return known.stream();
    }

    /// The median over the draws that are there at a point; empty where there are none.
    ///
    /// The mean of the two in the middle where their number is even; NaN where more than half of
    /// them are, as NaN is taken for larger than all.
    OptionalDouble median(int row, int column) {
        return quantile(row, column, 0.5);
    }

    /// A quantile of the draws that are there at a point ([Quantiles#ofAscending]); empty where
    /// there are none.
    ///
    /// @param share 0 for the least, 1 for the greatest
    OptionalDouble quantile(int row, int column, double share) {
        int from = plan.number(new SweepPlan.Run(row, column, 0));
        double[] there =
                IntStream.range(from, from + plan.draws())
                        .filter(known::get)
                        .mapToDouble(run -> values[run])
                        .toArray();
        if (there.length == 0) {
            return OptionalDouble.empty();
        }
        Arrays.sort(there);
        return OptionalDouble.of(Quantiles.ofAscending(there, share));
    }
}
