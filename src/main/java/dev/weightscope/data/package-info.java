/// Files of numbers as inputs: a CSV file, or a data set that comes with the program, becomes a
/// [dev.weightscope.model.DataTable].
///
/// Everything that can be wrong with a file is found here, once, and said in one sentence with
/// file, line and column; behind this package a table is a table.
package dev.weightscope.data;
