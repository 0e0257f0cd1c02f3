/// Axes: the values that they span, their ticks, and numbers in words.
package dev.weightscope.chart.axis;
