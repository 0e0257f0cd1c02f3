/// The few hot loops over `float[]`: product, activation, moments, histogram, random fill.
///
/// [dev.weightscope.kernel.Kernel] is the whole surface. Its plain form is the *definition* of
/// every bit: each rounding and the order of each sum is written down, so that another form, any
/// number of threads and any cut of the work give the same bits. That is why the elementary
/// functions and the random generator are our own, and why sums run down columns: a column is a
/// lane, and lanes never meet.
package dev.weightscope.kernel;
