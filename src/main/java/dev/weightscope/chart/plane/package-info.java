/// What lies in a plane of two numbers: a map of a value over both
/// ([dev.weightscope.chart.plane.PlaneMap]), with contours, lines and marked points, and curves of
/// one over the other ([dev.weightscope.chart.plane.PlaneChart]).
///
/// Both have [dev.weightscope.chart.plane.PlaneAxis] below and beside them, linear or logarithmic.
package dev.weightscope.chart.plane;
