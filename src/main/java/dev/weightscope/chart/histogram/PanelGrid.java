package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Box;
import java.util.ArrayList;
import java.util.List;

/// Equal boxes in rows and columns that fill an area.
record PanelGrid(int columns, int rows, List<Box> boxes) {
    static final double MIN_WIDTH = 110;
    static final double MIN_HEIGHT = 80;
    static final double GAP_X = 18;
    static final double GAP_Y = 8;

    /// The ratio of width to height that a histogram looks best at.
    private static final double BEST_ASPECT = 1.15;

    PanelGrid {
        boxes = List.copyOf(boxes);
    }

    /// Up to `wanted` boxes of at least the minimum size, in the shape that fits histograms best;
    /// at least one box, however small the area.
    static PanelGrid fit(Box area, int wanted) {
        int mostColumns = Math.max(1, (int) ((area.width() + GAP_X) / (MIN_WIDTH + GAP_X)));
        int mostRows = Math.max(1, (int) ((area.height() + GAP_Y) / (MIN_HEIGHT + GAP_Y)));
        int count = Math.min(wanted, mostColumns * mostRows);
        int best = mostColumns;
        double bestPenalty = Double.POSITIVE_INFINITY;
        for (int columns = 1; columns <= mostColumns; columns++) {
            int rows = (count + columns - 1) / columns;
            double penalty = penalty(area, columns, rows, count);
            if (rows <= mostRows && penalty < bestPenalty) {
                best = columns;
                bestPenalty = penalty;
            }
        }
        return of(area, best, (count + best - 1) / best, count);
    }

    private static double penalty(Box area, int columns, int rows, int count) {
        double empty = (double) (columns * rows - count) / (columns * rows);
        double aspect = width(area, columns) / Math.max(1, height(area, rows));
        return Math.abs(Math.log(aspect / BEST_ASPECT)) + 1.5 * empty;
    }

    private static PanelGrid of(Box area, int columns, int rows, int count) {
        double width = width(area, columns);
        double height = height(area, rows);
        List<Box> boxes = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            int column = index % columns;
            double x = area.x() + column * (width + GAP_X);
            int row = index / columns;
            double y = area.y() + row * (height + GAP_Y);
            boxes.add(new Box(Math.round(x), Math.round(y), Math.floor(width), Math.floor(height)));
        }
        return new PanelGrid(columns, rows, boxes);
    }

    private static double width(Box area, int columns) {
        return (area.width() - (columns - 1) * GAP_X) / columns;
    }

    private static double height(Box area, int rows) {
        return (area.height() - (rows - 1) * GAP_Y) / rows;
    }
}
