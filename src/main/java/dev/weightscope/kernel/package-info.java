/// The few hot loops over `float[]`: product, activation and slope, moments, histogram, rounding,
/// random fill; and a whole layer, in which they follow each other.
///
/// All that is computed goes through [dev.weightscope.kernel.Kernel], which
/// [dev.weightscope.kernel.Kernels] makes in the form that is chosen; beside these two only what
/// their calls are made of is public. A call is given a [dev.weightscope.kernel.Matrix], a
/// [dev.weightscope.kernel.ScaledMatrix], an [dev.weightscope.kernel.Orientation], a
/// [dev.weightscope.kernel.DenseLayer], [dev.weightscope.kernel.Bins], a
/// [dev.weightscope.kernel.UnitDraw] from a [dev.weightscope.kernel.RandomStream], and a
/// [dev.weightscope.kernel.Cancellation]; it answers with [dev.weightscope.kernel.Moments], or ends
/// with a [dev.weightscope.kernel.CancelledException]. Loops, vectors and threads are package
/// private.
///
/// The plain form is the *definition* of every bit: each rounding and the order of each sum is
/// written down, so that another form, any number of threads and any cut of the work give the same
/// bits. That is why the elementary functions and the random generator are our own, and why sums
/// run down columns: a column is a lane, and lanes never meet.
///
/// ## What was tried
///
/// Times are for one element on one core with vectors of 16 lanes, unless something else is said;
/// they tell how much a step gave, not what another machine gives.
///
/// | what | what it gave |
/// | --- | --- |
/// | product: 24 sums in registers, 12 rows by 2 vectors, where it was 8 rows | a vector of the second operand mostly straddles two cache lines and costs two reads, which 12 rows share |
/// | product: rows of the first operand copied for a tile, but only where they lie a multiple of 4096 bytes apart and share a set of the cache | 512 × 1024 × 1024 at 190 GFLOP/s on two cores, where it was 172; other lengths would lose: 198 instead of 206 |
/// | product: weights scaled where they are copied for a tile | one pass over the weights less, and no scaled copy of them |
/// | layer: product, bias, moments, activation, moments and histogram of a tile in one task | each was a pass over the whole batch, after which the threads waited for each other |
/// | loops of vectors kept apart by method handles | W1 in 31 ms; inlined together they outgrow what the JIT compiler takes, 38 ms |
/// | threads that look out for the next call before they sleep | waking them costs some 50 µs in every layer |
/// | draws: Philox in lanes of 64 bits, both branches of the normal quantile for one division | normal 2.3 ns instead of 11, uniform 1.2 instead of 4.8 |
/// | activations: constants made once, gated units in three passes over a part in the first-level cache | sigmoid, softplus, erf, mish 0.9 to 1.3 ns instead of 2.6 to 7, gelu 1.9 |
/// | slopes from e^(−\|x\|), gated ones in two such passes | 0.6 to 1.5 ns where the plain form takes 7 to 14; and the digits that 1 − tanh² does not have |
/// | slope of ReLU as a blend of vectors | 0.15 ns instead of 3.3: the JIT compiler does not widen the plain loop |
/// | moments: extremes as integers, counts only where there is something to count | half the time |
/// | histogram: bins found in float, measured from near zero, not in double | less than half the time |
/// | first answers in the plain form until the vector form is compiled | the first picture after 1.1 s instead of 2.5 |
///
/// How many sums a product holds in registers, rows by vectors; GFLOP/s of one thread with nothing
/// beside it. A range is what comes of how the second operand lies to the cache lines, which a Java
/// program cannot choose: an array on the heap cannot be aligned.
///
/// | sums | 32 registers of 16 lanes (AVX-512) | 16 registers of 8 lanes (AVX2) |
/// | --- | --- | --- |
/// | 12 × 2 | 155 to 169 | 40 |
/// | 8 × 2 | 65 to 110; 170 where it happens to be aligned | |
/// | 6 × 2 | 100 | 57 |
/// | 4 × 3 | 68 to 110 | |
/// | rows of the first operand copied for a tile as well | 173, not worth the copying | |
///
/// | what was dropped | why |
/// | --- | --- |
/// | small helper methods in long vector loops | beyond some tens of operations the JIT compiler no longer puts them in, and makes an object of every vector that passes through: 10 to 50 times slower, the product at 13 GFLOP/s |
/// | all panels of a tile copied at once, and each row read once for all of them | the panel comes from the second-level cache: 187 instead of 206 GFLOP/s on two cores |
/// | panels outside of the heap, aligned to cache lines | loads from a memory segment cost more than alignment gives: 105 GFLOP/s |
/// | sums that start from zeros, where a tile is cleared before | no gain: the time goes to the first touch of the memory, whoever makes it |
/// | large pages of memory | 1 to 3 % |
/// | 1 − φ² as the slope of tanh, φ·(1 − φ) as that of sigmoid | cheaper, but 0 from \|x\| = 9 or 17 on, where a gradient has not vanished yet |
/// | a second array of pre-activations for the way back through ReLU, in the benchmark | its activations tell the slope |
package dev.weightscope.kernel;
