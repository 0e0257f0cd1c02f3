/// Curves: a value for each counted place, such as a layer or a step, for several settings.
///
/// A [dev.weightscope.chart.line.LineView] says what is shown: what its axis of values is
/// ([dev.weightscope.chart.line.Values]), what is marked, and how curves are named and coloured.
package dev.weightscope.chart.line;
