package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Chart;

/// The ways to show the histograms of all layers.
public enum HistogramLayout {
    GRID,
    RIDGE,
    HEATMAP;

    public Chart chart(HistogramView view) {
        return switch (this) {
            case GRID -> new HistogramGrid(view);
            case RIDGE -> new RidgePlot(view);
            case HEATMAP -> new Heatmap(view);
        };
    }

    /// For an area far wider than high, where layers go from the left to the right. What the view
    /// remarks stands elsewhere.
    public Chart strip(HistogramView view) {
        return switch (this) {
            case GRID -> new HistogramGrid(view, HistogramGrid.Shape.STRIP);
            case RIDGE -> new RidgePlot(view);
            case HEATMAP -> new HeatStrip(view);
        };
    }
}
