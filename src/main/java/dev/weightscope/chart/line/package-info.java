/// Curves: a value for each layer, for several settings, on a logarithmic axis.
package dev.weightscope.chart.line;
