/// Charts of one tensor: its values against the density of laws, its singular values against the
/// law of random matrices, the std of each of its rows and columns; and a small picture of it for a
/// line of a table.
package dev.weightscope.chart.tensor;
