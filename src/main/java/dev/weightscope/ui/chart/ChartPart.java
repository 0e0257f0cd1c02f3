package dev.weightscope.ui.chart;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.line.LineChart;
import java.util.Optional;

/// A chart on a tab, with its heading, as a picture of its own.
///
/// @param chart if curves that the tab names elsewhere, with their names
/// @param canvas that it is drawn on
/// @param view the key of the lab's view that draws the same of other answers; empty where there is
///   none
public record ChartPart(String heading, Chart chart, ChartCanvas canvas, Optional<String> view) {
    public ChartPart {
        chart = chart instanceof LineChart curves ? curves.alone() : chart;
    }

    /// Of which no view draws another.
    public ChartPart(String heading, Chart chart, ChartCanvas canvas) {
        this(heading, chart, canvas, Optional.empty());
    }

    /// Of a lab's view.
    public ChartPart(String heading, Chart chart, ChartCanvas canvas, String view) {
        this(heading, chart, canvas, Optional.of(view));
    }
}
