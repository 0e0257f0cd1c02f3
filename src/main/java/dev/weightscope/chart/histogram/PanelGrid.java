package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Box;
import java.util.ArrayList;
import java.util.List;

/// Equal boxes in rows and columns that fill an area.
record PanelGrid(int columns, int rows, List<Box> boxes) {
    /// Boxes that read well, and the smallest that can be read: those are taken where more would be
    /// left out.
    private static final Size COMFORTABLE = new Size(110, 80, 18, 8);

    private static final Size COMPACT = new Size(56, 56, 8, 4);

    /// More boxes than these say nothing when they are small.
    private static final int MOST_COMPACT = 24;

    /// The ratio of width to height that a histogram looks best at.
    private static final double BEST_ASPECT = 1.15;

    PanelGrid {
        boxes = List.copyOf(boxes);
    }

    /// The least size of a box, and the gaps between boxes.
    private record Size(double width, double height, double gapX, double gapY) {
        int columns(Box area) {
            return Math.max(1, (int) ((area.width() + gapX) / (width + gapX)));
        }

        int rows(Box area) {
            return Math.max(1, (int) ((area.height() + gapY) / (height + gapY)));
        }

        boolean holds(Box area, int count) {
            return columns(area) * rows(area) >= count;
        }

        double width(Box area, int columns) {
            return (area.width() - (columns - 1) * gapX) / columns;
        }

        double height(Box area, int rows) {
            return (area.height() - (rows - 1) * gapY) / rows;
        }
    }

    /// Up to `wanted` boxes in the shape that fits histograms best; at least one box, however small
    /// the area.
    static PanelGrid fit(Box area, int wanted) {
        boolean isCompact =
                !COMFORTABLE.holds(area, wanted)
                        && wanted <= MOST_COMPACT
                        && COMPACT.holds(area, wanted);
        return fit(area, wanted, isCompact ? COMPACT : COMFORTABLE);
    }

    /// Up to `wanted` boxes in one row, at least one.
    static PanelGrid strip(Box area, int wanted) {
        Size size = COMFORTABLE.columns(area) >= wanted ? COMFORTABLE : COMPACT;
        int count = Math.min(wanted, size.columns(area));
        return of(area, count, 1, count, size);
    }

    private static PanelGrid fit(Box area, int wanted, Size size) {
        int mostColumns = size.columns(area);
        int mostRows = size.rows(area);
        int count = Math.min(wanted, mostColumns * mostRows);
        int best = mostColumns;
        double bestPenalty = Double.POSITIVE_INFINITY;
        for (int columns = 1; columns <= mostColumns; columns++) {
            int rows = (count + columns - 1) / columns;
            double penalty = penalty(area, columns, rows, count, size);
            if (rows <= mostRows && penalty < bestPenalty) {
                best = columns;
                bestPenalty = penalty;
            }
        }
        return of(area, best, (count + best - 1) / best, count, size);
    }

    private static double penalty(Box area, int columns, int rows, int count, Size size) {
        double empty = (double) (columns * rows - count) / (columns * rows);
        double aspect = size.width(area, columns) / Math.max(1, size.height(area, rows));
        return Math.abs(Math.log(aspect / BEST_ASPECT)) + 1.5 * empty;
    }

    private static PanelGrid of(Box area, int columns, int rows, int count, Size size) {
        double width = size.width(area, columns);
        double height = size.height(area, rows);
        List<Box> boxes = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            int column = index % columns;
            double x = area.x() + column * (width + size.gapX());
            int row = index / columns;
            double y = area.y() + row * (height + size.gapY());
            boxes.add(new Box(Math.round(x), Math.round(y), Math.floor(width), Math.floor(height)));
        }
        return new PanelGrid(columns, rows, boxes);
    }
}
