/// Pictures to keep: charts with headings and the experiment in words.
package dev.weightscope.chart.figure;
