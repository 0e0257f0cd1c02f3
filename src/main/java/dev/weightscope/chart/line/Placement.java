package dev.weightscope.chart.line;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.Stops;

/// Where places and values lie in a plot, the values on a logarithmic axis.
record Placement(Box plot, Range range, Stops stops) {
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

    /// Of a positive finite value; outside of the plot where the axis ends before it.
    double y(double value) {
        double share =
                (Math.log10(value) - Math.log10(range.low()))
                        / (Math.log10(range.high()) - Math.log10(range.low()));
        return plot.bottom() - share * plot.height();
    }

    /// [#y], at the nearer edge where the axis ends before the value; 0 is below the axis, and what
    /// is infinite above.
    double yWithin(double value) {
        if (value <= 0) {
            return plot.bottom();
        }
        return Double.isInfinite(value) ? plot.y() : Math.clamp(y(value), plot.y(), plot.bottom());
    }

    /// The index of the place nearest to an x.
    int nearest(double x) {
        return stops.nearest((x - plot.x() - MARGIN) / (plot.width() - 2 * MARGIN));
    }
}
