package dev.weightscope.sweep;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.ValueScale;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the curve of medians is where the setting itself stands.
///
/// @param value interpolated as the curve is drawn, between the two points beside it, on the scales
///   of both axes; that of the nearer one where either has no place on the axis
/// @param isExact whether it is that of a point
record Here(double value, boolean isExact) {
    private static final int DIGITS = 3;

    /// Empty where the setting stands beyond the points that there are.
    static Optional<Here> of(SweepAnswer answer) {
        SweepPlan plan = answer.plan();
        OptionalDouble here = plan.here();
        if (here.isEmpty()) {
            return Optional.empty();
        }
        double share = here.getAsDouble();
        int before = -1;
        for (int column = 0; column < plan.columns().size(); column++) {
            OptionalDouble median = answer.median(plan.liveRow(), column);
            if (median.isEmpty()) {
                continue;
            }
            double there = plan.columns().get(column).share();
            if (there == share) {
                return Optional.of(new Here(median.getAsDouble(), true));
            }
            if (there > share) {
                return before < 0
                        ? Optional.empty()
                        : Optional.of(new Here(between(answer, before, column, share), false));
            }
            before = column;
        }
        return Optional.empty();
    }

    private static double between(SweepAnswer answer, int from, int to, double share) {
        SweepPlan plan = answer.plan();
        double first = answer.median(plan.liveRow(), from).orElseThrow();
        double last = answer.median(plan.liveRow(), to).orElseThrow();
        double low = plan.columns().get(from).share();
        double part = (share - low) / (plan.columns().get(to).share() - low);
        ValueScale scale = answer.settings().measure().scale();
        if (!scale.holds(first) || !scale.holds(last)) {
            return part < 0.5 ? first : last;
        }
        return scale == ValueScale.LOG
                ? first * Math.pow(last / first, part)
                : first + part * (last - first);
    }

    /// `0.195`, `≈1.02` between points.
    String text() {
        return (isExact ? "" : "≈") + NumberText.significant(value, DIGITS);
    }
}
