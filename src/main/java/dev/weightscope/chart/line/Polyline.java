package dev.weightscope.chart.line;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import java.util.List;

/// A line through values: interrupted where one has no place on the axis, and cut where it leaves
/// the plot. A single value is a short level line.
final class Polyline {
    private static final double ALONE = 6;

    private final Surface surface;
    private final Box plot;
    private final Stroke stroke;
    private final double[] xs;
    private final double[] ys;
    private int count;
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;

    private Polyline(Surface surface, Box plot, Stroke stroke, int most) {
        this.surface = surface;
        this.plot = plot;
        this.stroke = stroke;
        xs = new double[most];
        ys = new double[most];
    }

    /// @param surface modified
    /// @param values of the first places on
    /// @param joined the indices of those that are joined
    static void paint(
            Surface surface,
            List<Double> values,
            List<Integer> joined,
            Placement placement,
            Stroke stroke) {
        if (joined.size() == 1) {
            alone(surface, values.get(joined.getFirst()), joined.getFirst(), placement, stroke);
            return;
        }
        Polyline line = new Polyline(surface, placement.plot(), stroke, values.size() + 1);
        for (int index : joined) {
            double value = values.get(index);
            boolean hasPlace = placement.scale().holds(value);
            line.to(placement.x(index), hasPlace ? placement.y(value) : Double.NaN);
        }
        line.end();
    }

    /// Through points, of which those that are not on the axis interrupt it.
    static void paint(Surface surface, List<Trace.Point> points, Box plot, Stroke stroke) {
        Polyline line = new Polyline(surface, plot, stroke, points.size() + 1);
        for (Trace.Point point : points) {
            line.to(point.x(), point.isOnAxis() ? point.axisY() : Double.NaN);
        }
        line.end();
    }

    private void to(double x, double y) {
        segment(lastX, lastY, x, y);
        lastX = x;
        lastY = y;
    }

    private static void alone(
            Surface surface, double value, int index, Placement placement, Stroke stroke) {
        if (placement.holds(value)) {
            double x = placement.x(index);
            double y = placement.y(value);
            surface.line(x - ALONE, y, x + ALONE, y, stroke);
        }
    }

    /// @param fromY NaN where there is no place to come from
    /// @param toY NaN where there is no place to go to
    private void segment(double fromX, double fromY, double toX, double toY) {
        boolean isSeen = Math.max(fromY, toY) >= plot.y() && Math.min(fromY, toY) <= plot.bottom();
        if (!isSeen) { // nor where one is NaN
            end();
            return;
        }
        double start = inside(fromY);
        double stop = inside(toY);
        if (count == 0) {
            add(start == fromY ? fromX : cut(fromX, fromY, toX, toY, start), start);
        }
        add(stop == toY ? toX : cut(fromX, fromY, toX, toY, stop), stop);
        if (stop != toY) {
            end();
        }
    }

    private double inside(double y) {
        return Math.clamp(y, plot.y(), plot.bottom());
    }

    /// Where a segment that is not level is at `y`.
    private static double cut(double fromX, double fromY, double toX, double toY, double y) {
        return fromX + (toX - fromX) * (y - fromY) / (toY - fromY);
    }

    private void add(double x, double y) {
        xs[count] = x;
        ys[count++] = y;
    }

    private void end() {
        surface.polyline(xs, ys, count, stroke);
        count = 0;
    }
}
