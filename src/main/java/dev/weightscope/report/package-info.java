/// A file of weights and what its numbers say: the tensors of [dev.weightscope.weights] with what
/// [dev.weightscope.inspect] finds in their values, which all threads of a kernel read together.
/// Neither of the two knows the other, and whoever shows a file needs both.
package dev.weightscope.report;
