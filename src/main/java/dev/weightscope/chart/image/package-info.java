/// Charts as pixels in memory: Java 2D, which needs neither a display nor the window's toolkit.
package dev.weightscope.chart.image;
