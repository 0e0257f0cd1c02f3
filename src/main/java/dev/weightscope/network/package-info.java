/// The mathematics: weights drawn from a law, a batch carried forward through the layers, and a
/// gradient carried back.
///
/// Matrices are EJML's `FMatrixRMaj`, and nobody outside knows: a caller sees a
/// [dev.weightscope.kernel.Matrix], which is the matrix's own row-major array, so that kernels and
/// statistics need no copy. What is hot goes to the kernel; EJML orthogonalizes panels and
/// transposes.
///
/// [dev.weightscope.network.ForwardPass] goes there and leaves a [dev.weightscope.network.Tape],
/// from which [dev.weightscope.network.BackwardPass] goes back. Both go layer by layer, so that
/// whoever calls decides what is surveyed, kept and computed again.
///
/// A pass is asked by a [dev.weightscope.network.PassQuestion] and reads nothing else; it knows no
/// experiment.
///
/// A draw of unit scale depends on nothing but its name, a [dev.weightscope.network.Drawing]; so it
/// can be kept, and dropped, without a trace in any result. `KeptDraws` keeps what is in use, as
/// far as it fits, and of what is not a part; a cut that grows, under a slider of widths, gets room
/// to grow on.
package dev.weightscope.network;
