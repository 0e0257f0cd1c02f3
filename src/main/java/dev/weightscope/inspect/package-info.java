/// What a tensor's numbers say of how it was made: moments of any number of values, and the laws of
/// the catalogue that cannot be told apart from them.
///
/// A [dev.weightscope.inspect.TensorValues] is numbers to read, wherever they are kept. A
/// [dev.weightscope.inspect.TensorSurvey] is taken of all of them, chunk by chunk; chunks may be
/// surveyed by any number of threads, as they are cut and merged in one way.
package dev.weightscope.inspect;
