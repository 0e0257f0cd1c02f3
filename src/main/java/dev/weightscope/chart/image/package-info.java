/// Charts as pixels in memory: Java 2D, which needs neither a display nor the window's toolkit; and
/// the fonts that they measure texts in.
package dev.weightscope.chart.image;
