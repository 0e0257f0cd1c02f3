/// Charts of singular values on logarithmic axes: of several settings and depths as a matrix of
/// histograms, and of one depth over each other.
package dev.weightscope.chart.spectrum;
