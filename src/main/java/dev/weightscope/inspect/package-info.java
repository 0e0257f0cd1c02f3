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
/// in memory already, by two threads on two cores of an AMD EPYC with vectors of four doubles, once
/// the JIT compiler is done:
///
/// | what | seconds |
/// | --- | --- |
/// | a plain sum of the file, newly mapped: in C, in Java, in NumPy | 0.06 to 0.08, 0.09, 0.14 |
/// | all values surveyed in vectors | 0.17 to 0.23 |
/// | all values surveyed in plain loops | 0.29 to 0.39 |
/// | of it: reading them as floats | 0.04 to 0.08 |
/// | of it: bounds, whether any is 0 or not finite, in vectors and in plain loops | 0.01, 0.08 |
/// | of it: sums of four powers, in vectors and in plain loops | 0.04 to 0.06, 0.05 to 0.08 |
/// | laws, half of the matrices fit one | 0.10 |
///
/// The laws' time is half of what one thread takes. So a survey with its laws takes about three
/// times as long as reading in Java does, and five times as long as in C, where twice was wanted:
/// what limits is that each value is looked at four times, and per matrix the sample, from 1024
/// places in memory, and the largest singular value. A process of its own takes 2.6 to 3.0 s, most
/// of it before the loops are compiled.
///
/// Threads share runs of chunks, then matrices, once all values were read. Doubles, and integers of
/// more than 24 bits, are surveyed in plain loops.
///
/// | what it was | what it is |
/// | --- | --- |
/// | three passes over a chunk of doubles: 2.8 to 3.4 ns for a value | as floats, by the loops of a kernel: 1.1 ns |
/// | every value counted in a bin: 0.6 s in plain loops, 0.15 s in vectors | of many values a share of each chunk |
/// | sums of powers in 16 parts, each of which waits for itself: 0.35 s in plain loops | in 64, which become vectors |
/// | all values read a second time for zeros by row and the isometry | only where the number of zeros, or a few rows or columns, leave it open |
/// | 2²⁰ values sorted by comparisons: 80 ms for a matrix | 2¹⁶ in buckets, which are sorted where a law asks for their values: trained ones take 2 ms with all tests, and 3.5 where all were sorted |
/// | 24 steps of power iteration with up to 2²² values: 200 ms | 8 of Lanczos' method with 2¹⁹, only where a law still fits: 4 ms; with 2¹⁸ 2 ms, but a trained direction would have to be longer |
/// | its vectors in double, products of rows in four sums: 3 ms of the 4 | in single precision and 64 sums, in blocks of an array each, from which the JIT compiler makes vectors: 1.6 ms, of which much is the reading of 2 MB from the third-level cache in each step |
/// | a law asked at each value of the sample for Kolmogorov's distance: 0.7 ms | between buckets, and within them where that leaves it open |
package dev.weightscope.inspect;
