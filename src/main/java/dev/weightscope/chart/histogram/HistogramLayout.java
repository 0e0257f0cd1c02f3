package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.SideBySide;
import java.util.List;
import java.util.function.Function;

/// The ways to show the histograms of all layers.
public enum HistogramLayout {
    GRID,
    RIDGE,
    HEATMAP;

    public Chart chart(HistogramView view) {
        return switch (this) {
            case GRID -> new HistogramGrid(view);
            case RIDGE -> ofKinds(view, RidgePlot::new);
            case HEATMAP -> ofKinds(view, Heatmap::new);
        };
    }

    /// For an area far wider than high, where layers go from the left to the right. What the view
    /// remarks stands elsewhere.
    public Chart strip(HistogramView view) {
        return switch (this) {
            case GRID -> new HistogramGrid(view, HistogramGrid.Shape.STRIP);
            case RIDGE -> ofKinds(view, RidgePlot::new);
            case HEATMAP -> ofKinds(view, HeatStrip::new);
        };
    }

    /// Layers of both kinds would take turns in one picture; each has its own.
    private static Chart ofKinds(HistogramView view, Function<HistogramView, Chart> chart) {
        List<Chart> charts = view.kinds().stream().map(chart).toList();
        return charts.size() == 1 ? charts.getFirst() : new SideBySide(charts);
    }
}
