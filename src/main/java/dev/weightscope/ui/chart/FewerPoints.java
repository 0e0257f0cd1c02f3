package dev.weightscope.ui.chart;

/// The points of a polyline that are needed to draw it: what a stroke costs goes by their number,
/// and most points of a smooth curve lie on the line between their neighbours. Toolkit thread only.
final class FewerPoints {
    /// How far a point that is left out may lie above or below the line that is drawn, in units of
    /// length: much less than can be seen of a smoothed edge.
    static final double TOLERANCE = 0.1;

    private double[] xs = new double[0];
    private double[] ys = new double[0];
    private int count;

    /// @param fromXs of the polyline; where it goes back, its points stay
    void take(double[] fromXs, double[] fromYs, int fromCount) {
        if (xs.length < fromCount) {
            xs = new double[fromCount];
            ys = new double[fromCount];
        }
        count = 0;
        int at = 0;
        while (at < fromCount) {
            xs[count] = fromXs[at];
            ys[count++] = fromYs[at];
            at = next(fromXs, fromYs, fromCount, at);
        }
    }

    /// The last point to which a straight line from another passes all between them closely.
    private static int next(double[] xs, double[] ys, int count, int from) {
        double least = Double.NEGATIVE_INFINITY;
        double most = Double.POSITIVE_INFINITY;
        int to = from + 1;
        while (to < count) {
            double dx = xs[to] - xs[from];
            double dy = ys[to] - ys[from];
            boolean isClose = to == from + 1 || (least <= dy / dx && dy / dx <= most);
            if (!isClose) {
                return to - 1;
            }
            boolean goesOn = dx > 0 && to + 1 < count && xs[to + 1] > xs[to];
            if (!goesOn) {
                return to;
            }
            least = Math.max(least, (dy - TOLERANCE) / dx);
            most = Math.min(most, (dy + TOLERANCE) / dx);
            to++;
        }
        return to;
    }

    double[] xs() {
        return xs;
    }

    double[] ys() {
        return ys;
    }

    /// How many of [#xs] and [#ys] there are.
    int count() {
        return count;
    }
}
