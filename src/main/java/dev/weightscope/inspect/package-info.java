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
/// | reading them as doubles | 0.12 |
/// | moments, bounds, zeros and counts in bins of each chunk | 0.7 |
/// | laws, where moments reject all: mostly the sorting of the sample | 0.25 |
/// | laws, where one fits: mostly the largest singular value | 0.4 |
///
/// Threads share chunks, then matrices. What limits is arithmetic: memory gives the same bytes in a
/// tenth of the time.
///
/// | what it was | what it is |
/// | --- | --- |
/// | three passes over a chunk, in scalars: 3.5 ns for a value | rows of 256 columns that the JIT compiler turns into vectors: 2.8 ns; in scalars again where a row is read at another index than the sums |
/// | all values read a second time for zeros by row and the isometry | only where the number of zeros, or a few rows or columns, leave it open |
/// | 2²⁰ values sorted by comparisons: 80 ms for a matrix | 2¹⁶ by buckets, 2 ms |
/// | 24 steps of power iteration with up to 2²² values: 200 ms | 8 of Lanczos' method with 2¹⁹, only where a law still fits: 4 ms |
/// | a law asked at each value of the sample for Kolmogorov's distance: 0.7 ms | at every 64th, and in between where that leaves it open: 0.03 ms |
package dev.weightscope.inspect;
