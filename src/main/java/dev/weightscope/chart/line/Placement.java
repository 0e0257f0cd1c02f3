package dev.weightscope.chart.line;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.axis.ValueScale;

/// Where places and values lie in a plot.
record Placement(Box plot, ValueScale scale, Range range, Stops stops) {
    /// Between the plot's edge and its first or last place.
    static final double MARGIN = 6;

    /// Of a place, by its index.
    double x(int index) {
        return x(stops.share(index));
    }

    /// Of a share of the way from the first place to the last.
    double x(double share) {
        return plot.x() + MARGIN + (plot.width() - 2 * MARGIN) * share;
    }

    /// Of a value that the scale holds; outside of the plot where the axis ends before it.
    double y(double value) {
        return plot.bottom() - scale.share(range, value) * plot.height();
    }

    /// Whether a value lies in the plot.
    boolean holds(double value) {
        return scale.holds(value) && range.contains(value);
    }

    /// [#y], at the nearer edge where the axis ends before the value; what the scale does not hold
    /// is below the axis, and what is infinite above.
    double yWithin(double value) {
        if (value == Double.POSITIVE_INFINITY) {
            return plot.y();
        }
        return scale.holds(value) ? Math.clamp(y(value), plot.y(), plot.bottom()) : plot.bottom();
    }

    /// The index of the place nearest to an x.
    int nearest(double x) {
        return stops.nearest((x - plot.x() - MARGIN) / (plot.width() - 2 * MARGIN));
    }
}
