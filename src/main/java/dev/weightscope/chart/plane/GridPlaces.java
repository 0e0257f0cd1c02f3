package dev.weightscope.chart.plane;

import java.util.List;

/// Where places between the points of a map's grid lie in its plot.
record GridPlaces(MapView view, Frame frame) {
    /// @param place among the columns: 2.5 is halfway from the third to the fourth
    double x(double place) {
        return frame.x(value(view.cells().xs(), view.x(), place));
    }

    double y(double place) {
        return frame.y(value(view.cells().ys(), view.y(), place));
    }

    private static double value(List<Double> points, PlaneAxis axis, double place) {
        int below = Math.min((int) place, points.size() - 2);
        double share = place - below;
        double from = points.get(below);
        double to = points.get(below + 1);
        return switch (axis.scale()) {
            case LOG -> from * Math.pow(to / from, share);
            case LINEAR, SHARE -> from + share * (to - from);
        };
    }
}
