package dev.weightscope.chart.plane;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import java.util.List;

/// A line through points of a plane, cut where it leaves the plot and interrupted where a point has
/// no place.
final class PlaneLine {
    private final Box plot;
    private final Surface surface;
    private final Stroke stroke;
    private final double[] xs;
    private final double[] ys;
    private int count;

    private PlaneLine(Surface surface, Box plot, Stroke stroke, int most) {
        this.surface = surface;
        this.plot = plot;
        this.stroke = stroke;
        xs = new double[2 * most + 2];
        ys = new double[2 * most + 2];
    }

    static void paint(Surface surface, Frame frame, List<MapLine.Point> points, Stroke stroke) {
        PlaneLine line = new PlaneLine(surface, frame.plot(), stroke, points.size());
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (MapLine.Point point : points) {
            double x = frame.x(point.x());
            double y = frame.y(point.y());
            line.segment(lastX, lastY, x, y);
            lastX = x;
            lastY = y;
        }
        line.end();
    }

    /// The part inside of the plot, after Liang and Barsky (1984).
    private void segment(double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double[] ways = {-dx, dx, -dy, dy};
        double[] rooms = {x1 - plot.x(), plot.right() - x1, y1 - plot.y(), plot.bottom() - y1};
        double from = 0;
        double to = 1;
        for (int side = 0; side < ways.length; side++) {
            double at = rooms[side] / ways[side];
            if (Double.isNaN(dx + dy) || (ways[side] == 0 && rooms[side] < 0)) {
                end();
                return;
            }
            if (ways[side] < 0) {
                from = Math.max(from, at);
            } else if (ways[side] > 0) {
                to = Math.min(to, at);
            }
        }
        if (from > to) {
            end();
            return;
        }
        if (count == 0 || from > 0) {
            end();
            add(x1 + from * dx, y1 + from * dy);
        }
        add(x1 + to * dx, y1 + to * dy);
        if (to < 1) {
            end();
        }
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
