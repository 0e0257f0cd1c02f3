/// Tables of numbers, as inputs and to learn from: a file, a data set that comes with the program
/// or one that is drawn becomes a [dev.weightscope.model.DataTable] or a
/// [dev.weightscope.data.Dataset]. How a file is to be read is guessed from its first lines, as far
/// as a [dev.weightscope.model.DataReading] leaves it open.
///
/// Everything that can be wrong with a file is found here, once, and said in one sentence with
/// file, line and column; behind this package a table is a table.
package dev.weightscope.data;
