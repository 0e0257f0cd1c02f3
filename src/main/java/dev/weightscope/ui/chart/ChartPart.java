package dev.weightscope.ui.chart;

import dev.weightscope.chart.Chart;

/// A chart on a tab, with its heading.
///
/// @param canvas that it is drawn on
public record ChartPart(String heading, Chart chart, ChartCanvas canvas) {}
