package dev.weightscope.chart.plane;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import java.util.ArrayList;
import java.util.List;

/// A line through points of a plane, cut where it leaves the plot and interrupted where a point has
/// no place.
final class PlaneLine {
    /// On either side of a line and of its points along it, of what names must not hide.
    private static final double REACH = 2;

    private final Box plot;
    private final Pieces pieces;
    private final double[] xs;
    private final double[] ys;
    private int count;

    /// Takes the pieces that are seen, each without a gap.
    private interface Pieces {
        /// @param xs valid only during the call, as `ys`
        void accept(double[] xs, double[] ys, int count);
    }

    private PlaneLine(Pieces pieces, Box plot, int most) {
        this.pieces = pieces;
        this.plot = plot;
        xs = new double[2 * most + 2];
        ys = new double[2 * most + 2];
    }

    static void paint(Surface surface, Frame frame, List<MapLine.Point> points, Stroke stroke) {
        cut(frame, points, (xs, ys, count) -> surface.polyline(xs, ys, count, stroke));
    }

    /// Small boxes all along what is seen of the line.
    static List<Box> boxes(Frame frame, List<MapLine.Point> points) {
        List<Box> boxes = new ArrayList<>();
        cut(
                frame,
                points,
                (xs, ys, count) -> {
                    for (int i = 0; i + 1 < count; i++) {
                        double dx = xs[i + 1] - xs[i];
                        double dy = ys[i + 1] - ys[i];
                        int steps = 1 + (int) (Math.hypot(dx, dy) / (2 * REACH));
                        for (int step = 0; step <= steps; step++) {
                            double share = (double) step / steps;
                            boxes.add(
                                    new Box(
                                            xs[i] + share * dx - REACH,
                                            ys[i] + share * dy - REACH,
                                            2 * REACH,
                                            2 * REACH));
                        }
                    }
                });
        return boxes;
    }

    private static void cut(Frame frame, List<MapLine.Point> points, Pieces pieces) {
        PlaneLine line = new PlaneLine(pieces, frame.plot(), points.size());
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
        pieces.accept(xs, ys, count);
        count = 0;
    }
}
