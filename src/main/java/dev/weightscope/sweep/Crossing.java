package dev.weightscope.sweep;

import dev.weightscope.chart.axis.ValueScale;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Where a curve of medians crosses the level of its measure.
///
/// @param share of the way along the first axis
/// @param value there, interpolated between the two points beside it, on the scales of both axes
/// @param isRising whether the curve comes from below
record Crossing(double share, double value, boolean isRising) {
    /// Those of a row, from the left to the right.
    static List<Crossing> of(SweepAnswer answer, int row) {
        List<Crossing> crossings = new ArrayList<>();
        OptionalDouble level = answer.settings().measure().level();
        if (level.isEmpty()) {
            return crossings;
        }
        SweepPlan plan = answer.plan();
        int before = -1;
        for (int column = 0; column < plan.columns().size(); column++) {
            OptionalDouble median = answer.median(row, column);
            if (median.isEmpty()) {
                continue;
            }
            if (before >= 0) {
                add(crossings, answer, row, before, column, level.getAsDouble());
            }
            before = column;
        }
        return crossings;
    }

    private static void add(
            List<Crossing> crossings, SweepAnswer answer, int row, int from, int to, double level) {
        double first = height(answer, answer.median(row, from).orElseThrow(), level);
        double last = height(answer, answer.median(row, to).orElseThrow(), level);
        // A point on the level counts for the way that leads to it.
        if (!(first < 0 && last >= 0) && !(first > 0 && last <= 0)) {
            return;
        }
        double part =
                Double.isInfinite(first) || Double.isInfinite(last) ? 0.5 : first / (first - last);
        double low = answer.plan().columns().get(from).share();
        double high = answer.plan().columns().get(to).share();
        double share = low + part * (high - low);
        crossings.add(new Crossing(share, answer.settings().over().at(share), first < 0));
    }

    /// How far above the level, on the axis's scale; NaN where it has no place.
    private static double height(SweepAnswer answer, double value, double level) {
        return answer.settings().measure().scale() == ValueScale.LOG
                ? Math.log(value / level)
                : value - level;
    }
}
