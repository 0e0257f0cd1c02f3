/// Histograms of layers: as a grid, as ridges, as a heat map, one alone, and several settings side
/// by side.
package dev.weightscope.chart.histogram;
