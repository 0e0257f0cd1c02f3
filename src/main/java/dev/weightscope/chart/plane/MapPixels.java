package dev.weightscope.chart.plane;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Surface;
import java.util.List;

/// The colours of a map's cells as an image.
final class MapPixels {
    private static final int MOST_COLUMNS = 420;
    private static final int MOST_ROWS = 320;

    /// How much of its colours a map keeps that counts for nothing.
    private static final double FADED = 0.22;

    private MapPixels() {}

    static void paint(Surface surface, Palette palette, MapView view, Box plot) {
        int columns = Math.clamp(Math.round(plot.width()), 1, MOST_COLUMNS);
        int rows = Math.clamp(Math.round(plot.height()), 1, MOST_ROWS);
        if (view.shading() == MapView.Shading.CELLS) {
            paintCells(surface, palette, view, plot);
            return;
        }
        CellShares shares = CellShares.of(view);
        double[] across = places(view.cells().xs(), view.x(), columns);
        double[] up = places(view.cells().ys(), view.y(), rows);
        int[] argb = new int[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double share = shares.at(across[column], up[rows - 1 - row]);
                argb[row * columns + column] = ink(view, share, palette).argb();
            }
        }
        surface.image(argb, columns, rows, plot);
    }

    /// One rectangle for each cell that is known.
    private static void paintCells(Surface surface, Palette palette, MapView view, Box plot) {
        Cells cells = view.cells();
        double[] xs = edges(cells.xs(), view.x());
        double[] ys = edges(cells.ys(), view.y());
        for (int row = 0; row < cells.rows(); row++) {
            double bottom = plot.bottom() - ys[row] * plot.height();
            double top = plot.bottom() - ys[row + 1] * plot.height();
            for (int column = 0; column < cells.columns(); column++) {
                if (cells.isKnown(column, row)) {
                    double left = plot.x() + xs[column] * plot.width();
                    double right = plot.x() + xs[column + 1] * plot.width();
                    Box box =
                            new Box(
                                    Math.round(left),
                                    Math.round(top),
                                    Math.round(right) - Math.round(left),
                                    Math.round(bottom) - Math.round(top));
                    surface.fill(box, ink(view, view.ramp().share(cells.at(column, row)), palette));
                }
            }
        }
    }

    private static Ink ink(MapView view, double share, Palette palette) {
        Ink ink = view.ramp().ink(share, palette);
        return view.fade().isEmpty() ? ink : palette.background().mix(ink, FADED);
    }

    /// Where the cells end, as shares of the axis, one more than there are points.
    private static double[] edges(List<Double> points, PlaneAxis axis) {
        double[] edges = new double[points.size() + 1];
        for (int i = 1; i < points.size(); i++) {
            edges[i] = (axis.share(points.get(i - 1)) + axis.share(points.get(i))) / 2;
        }
        edges[0] = 0;
        edges[points.size()] = 1;
        return edges;
    }

    /// The place among the points of each pixel's middle.
    private static double[] places(List<Double> points, PlaneAxis axis, int pixels) {
        double[] places = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            places[i] = Cells.place(points, axis.scale(), axis.at((i + 0.5) / pixels));
        }
        return places;
    }
}
