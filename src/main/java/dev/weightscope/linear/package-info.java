/// Dense linear algebra in double precision: sums of rows, and singular values.
///
/// A matrix is an array of its rows. Loops go along rows, element by element or in sums of a
/// written order, so that the JIT compiler may use vectors of any width, and any number of threads
/// may share the work: every bit stays the same.
///
/// What was tried for the singular values of a 512 × 512 matrix, values alone, on one core of an
/// AMD EPYC that others used too:
///
/// | what | time |
/// | --- | --- |
/// | [dev.weightscope.linear.SingularValues]: bidiagonal in blocks of 32 columns, then QR steps | 75 to 85 ms |
/// | EJML 0.46.1, `DecompositionFactory_DDRM.svd` | 175 to 190 ms |
/// | ours, with all values bisected together instead of QR steps | 170 ms |
/// | ours, with a matrix in one array: the JIT compiler cannot know that rows do not overlap, and uses no vectors | 210 ms |
///
/// Two fifths of its time are sums along rows, one after the other at 4.2 to 5.0 GFLOP/s on an AMD
/// Zen 3, where rows are added to rows at 13: the JIT compiler makes no vectors of eight sums. Two
/// rows at a time, or the eighths of a row multiplied and added element by element first, were
/// slower.
///
/// Eigenvalues of A·Aᵀ need half of the work, but values below 1e-8 of the largest are lost in the
/// rounding of its squares, and all condition numbers above 1e8 with them.
package dev.weightscope.linear;
