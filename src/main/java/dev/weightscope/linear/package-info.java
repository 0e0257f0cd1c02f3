/// Dense linear algebra in double precision: sums of rows, and singular values.
///
/// A matrix is an array of its rows. Loops go along rows, by [dev.weightscope.kernel.RowLoops], in
/// sums of a written order, so that they may use vectors of any width, and any number of threads
/// may share the work: every bit stays the same.
///
/// Singular values are found in three steps: to a band, by products of matrices; from the band to
/// two diagonals; and by QR steps. What was tried for those of a 512 × 512 matrix, values alone, on
/// one idle core of an AMD Zen 3, once all is compiled:
///
/// | what | time |
/// | --- | --- |
/// | [dev.weightscope.linear.SingularValues], over a band of 16 diagonals | 41 to 54 ms |
/// | to two diagonals at once, in blocks of 32 columns: half of the work is sums along rows, which read the whole matrix for each column at 4 to 5 GFLOP/s | 68 to 75 ms |
/// | EJML 0.46.1, `DecompositionFactory_DDRM.svd`, on a core that others used too | 175 to 190 ms |
/// | ours, with all values bisected together instead of QR steps, on that core | 170 ms |
/// | ours, with a matrix in one array: the JIT compiler cannot know that rows do not overlap, and uses no vectors; on that core | 210 ms |
///
/// In a process that has just been started the JIT compiler takes more time than the values: loops
/// that are compiled into all that call them took it 3.4 s, compiled by themselves, once, 2 s. A
/// whole spectrum of 32 layers of 512 takes 4 to 5 s there from the call of the program, and 1.7 to
/// 1.9 s when it is asked again, on two threads of the same machine, idle.
///
/// Eigenvalues of A·Aᵀ need half of the work, but values below 1e-8 of the largest are lost in the
/// rounding of its squares, and all condition numbers above 1e8 with them.
package dev.weightscope.linear;
