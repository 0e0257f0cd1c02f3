/// What a tensor's numbers say of how it was made: moments of any number of values, and the laws of
/// the catalogue that cannot be told apart from them.
///
/// A [dev.weightscope.inspect.TensorValues] is numbers to read, wherever they are kept. A
/// [dev.weightscope.inspect.TensorSurvey] is taken of all of them, chunk by chunk; chunks may be
/// surveyed by any number of threads, as they are cut and merged in one way.
///
/// A [dev.weightscope.inspect.LawMatch] names the laws; what a tensor is in its network, a
/// [dev.weightscope.inspect.TensorRole], decides which can be meant, and the
/// [dev.weightscope.inspect.Grid] that its numbers are stored on, how closely they can be held to.
/// [dev.weightscope.inspect.SideStds], [dev.weightscope.inspect.SingularValues] beside
/// [dev.weightscope.inspect.MarchenkoPastur], and [dev.weightscope.inspect.TensorDifference] are
/// the details of one matrix and of two tensors.
///
/// ## What it costs
///
/// Of 268 million numbers in single precision, 64 matrices of 2048 × 2048 in a file of 1 GB that is
/// in memory already, on one core of an AMD EPYC with vectors of four doubles:
///
/// | step | seconds of one core |
/// | --- | --- |
/// | reading them as floats | 0.03 to 0.06 |
/// | bounds, whether any is 0 or not finite | 0.04 |
/// | sums of four powers | 0.07 to 0.09 |
/// | counts in bins: half of it to find the bins, half to count | 0.2 |
/// | laws, where moments reject all: mostly the sorting of the sample | 0.25 |
/// | laws, where one fits: mostly the largest singular value | 0.4 |
///
/// Threads share runs of chunks, then matrices, once all values were read. Counting limits: one
/// number in memory is incremented for each value. Doubles, and integers of more than 24 bits, are
/// surveyed in plain loops, 3.7 ns for a value.
///
/// | what it was | what it is |
/// | --- | --- |
/// | three passes over a chunk of doubles: 2.8 to 3.4 ns for a value | as floats, by the loops of a kernel: 1.1 ns |
/// | counted in 4 tables, each read at the bin's number and its own beginning: 0.8 ns | in 8, at a number that has both: 0.4 ns |
/// | each value asked whether it lies in the range of bins | all of some at once |
/// | all values read a second time for zeros by row and the isometry | only where the number of zeros, or a few rows or columns, leave it open |
/// | 2²⁰ values sorted by comparisons: 80 ms for a matrix | 2¹⁶ by buckets, 2 ms |
/// | 24 steps of power iteration with up to 2²² values: 200 ms | 8 of Lanczos' method with 2¹⁹, only where a law still fits: 4 ms |
/// | a law asked at each value of the sample for Kolmogorov's distance: 0.7 ms | at every 64th, and in between where that leaves it open: 0.03 ms |
package dev.weightscope.inspect;
