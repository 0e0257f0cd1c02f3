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
package dev.weightscope.inspect;
