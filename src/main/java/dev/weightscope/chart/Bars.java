package dev.weightscope.chart;

import java.util.ArrayList;
import java.util.List;

/// The outline of bars that stand on one line: a comb that is filled at once.
final class Bars {
    private final double[] xs;
    private final double[] ys;
    private int count;

    /// @param most how many bars there may be
    Bars(int most) {
        xs = new double[4 * most];
        ys = new double[4 * most];
    }

    void add(double left, double right, double top, double bottom) {
        point(left, bottom);
        point(left, top);
        point(right, top);
        point(right, bottom);
    }

    private void point(double x, double y) {
        xs[count] = x;
        ys[count++] = y;
    }

    void paint(Surface surface, Ink ink) {
        surface.polygon(xs, ys, count, ink);
    }

    /// Each bar by itself.
    List<Box> boxes() {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < count; i += 4) {
            boxes.add(new Box(xs[i], ys[i + 1], xs[i + 2] - xs[i], ys[i] - ys[i + 1]));
        }
        return boxes;
    }
}
