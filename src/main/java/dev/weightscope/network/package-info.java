/// The mathematics: weights drawn from a law, and a batch carried forward through the layers.
///
/// Matrices are EJML's `FMatrixRMaj`, and nobody outside knows: a caller sees a
/// [dev.weightscope.kernel.Matrix], which is the matrix's own row-major array, so that kernels and
/// statistics need no copy. What is hot goes to the kernel; EJML orthogonalizes panels and
/// transposes.
///
/// A pass is asked by a [dev.weightscope.network.PassQuestion] and reads nothing else; it knows no
/// experiment.
///
/// A draw of unit scale depends on nothing but its name, a [dev.weightscope.network.Drawing]; so it
/// can be kept, and dropped, without a trace in any result.
package dev.weightscope.network;
