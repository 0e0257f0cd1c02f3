/// The hot loops, most of them over `float[]`: product, activation and slope, normalization,
/// moments, histogram, rounding, random fill; and a whole layer, there and back, which does several
/// of them to a tile at a time.
///
/// All that is computed goes through [dev.weightscope.kernel.Kernel], which
/// [dev.weightscope.kernel.Kernels] makes in the form that is chosen. Besides these two, only the
/// arguments and answers of their calls are public. The package has one level, since sub-packages
/// would have to make loops public that nobody else may call. What belongs together:
///
/// | topic | what a call takes and gives | what computes it |
/// | --- | --- | --- |
/// | calls | [Kernel], [Kernels], [Cancellation], [CancelledException] | [TiledKernel] cuts the work into tasks, a [WorkerPool] runs them, a [Form] computes each: [ScalarForm] in plain loops, [VectorForm] in vectors; [WarmingForm] changes from one to the other once a [VectorRehearsal] had it compiled; [VectorModule] |
/// | layer | [DenseLayer], and back [GradientLayer], [WeightGradient]; [Survey], [Surveyed] | [LayerRun], [GradientLayerRun], [WeightGradientRun]: each a [TileRun] whose results are rounded and surveyed by a [TileSurvey]; [Rows] |
/// | product | [Matrix], [ScaledMatrix], [Orientation] | [Product], [TileGrid], [ScalarProduct]; [VectorProduct] with [VectorTiles], [VectorRows], [VectorPanels], [VectorTranspose], [TwelveRowProduct], [SixRowProduct], [SingleRowProduct] |
/// | normalization, with an activation behind it | [ActivationLayer], and back [ActivationGradient] | [ActivationRun], [ActivationGradientRun], [NormalizationBlock], [VectorNormalizationBlock] |
/// | activation | [dev.weightscope.model.Activation] | [ActivationLoops] and a class for each function: value and slope, plain and in vectors; [ElementaryFunctions], [VectorFunctions] |
/// | moments | [Moments] | [ColumnMoments], [MomentsBlock], [VectorMomentsBlock], [Counts] |
/// | values in a row, on one thread | [ValueRange], [PowerSums] | [VectorValueRange], [VectorPowerSums] |
/// | histogram | [Bins], [dev.weightscope.model.Histogram] | [HistogramCounter], [HistogramBlock], [VectorHistogramBlock] |
/// | small matrices, one thread, no cut and no copies | [SmallLoops], [Strided] | [ScalarSmallLoops], [VectorSmallLoops] with [VectorSmallProduct], [VectorWideProduct], [VectorNarrowProduct] and [VectorSums]; [Extremes], [VectorExtremes]; [DotProducts], [VectorDotProducts], [FusedLoops]; [SmallRehearsal] |
/// | rows in double precision, on one thread | [RowLoops] | itself |
/// | rounding | [dev.weightscope.model.NumberFormat] | [Rounding], [VectorRounding] |
/// | draws | [RandomStream], [UnitDraw] | [RandomFill], [VectorRandomFill], [Philox], [VectorPhilox], [NormalQuantile] |
///
/// The plain form is the *definition* of every bit: each rounding and the order of each sum is
/// written down, so that vectors of any width, any number of threads and any cut of the work give
/// the same bits. That is why the elementary functions and the random generator are our own, and
/// why sums run down columns: a column is a lane of a vector, and no sum crosses lanes. Where one
/// has to run along a row, it is taken in sixteen parts, as many as any vector has lanes of double
/// or a multiple of that. A coefficient stands in the plain form; the vector form reads it there.
///
/// ## How a product in vectors goes
///
/// ```
/// for each tile of the result                                      one task of a thread
///   for each block of up to 512 rows of b                          copied: second-level cache
///     for each group of 48 rows of a                               copied
///       for each 12 of them (6 with 16 registers)                  first-level cache
///         for each panel of the block, two vectors wide
///           for each row of the panel                              24 sums in registers
///     after 192 rows of the last block: bias, activation, survey   64 rows at a time
/// ```
///
/// ## What was tried
///
/// Times are for one element on one core with vectors of 16 lanes, unless something else is said;
/// they tell how much a step gave, not what another machine gives.
///
/// | what | what it gave |
/// | --- | --- |
/// | product: 24 sums in registers, 12 rows by 2 vectors, where it was 8 rows | a vector of the second operand mostly straddles two cache lines and costs two reads, which 12 rows share |
/// | product: rows of the first operand copied, a constant apart, so that one register addresses them instead of twelve | the innermost loop at 110 to 114 GFLOP/s on one core of an AMD Zen 4, whose peak is 116, where it was 98; packed by twelves, k by k, it is no faster, and copying takes longer |
/// | product: a block of the second operand in the second-level cache, through which the rows pass, with sums kept from block to block in the order in which they are needed | 2048³ at 95 to 99 GFLOP/s on that core instead of 71 to 82, 512 × 1024 × 1024 at 92 to 99 instead of 82 to 87, 1000 × 500 × 500 at 90 to 95 instead of 88 |
/// | product: tiles as large as the threads leave them, chosen by an estimate of copying and waiting | each copies its rows and columns; where a tile was 384 × 128, each of eight copied all rows again |
/// | layer: rows surveyed, activated and counted 64 at a time, as soon as a tile has their sums | W3 on one thread at 1.25 s instead of 1.28, W1 at 62 ms instead of 63 |
/// | single row: sixteen rows of the second operand read at a time | 16.0 GB/s from memory on one core instead of 14.0 with eight, 11.9 with four; 32 give 15.6, and sums in registers down all rows 10.7 |
/// | product: blocks copied eight rows at a time | 0.11 ns for an element in the third-level cache, 0.26 in memory; panel by panel 0.20 and 0.43 |
/// | product: weights scaled where they are copied for a tile | one pass over the weights less, and no scaled copy of them |
/// | layer: product, bias, moments, activation, moments and histogram of a tile in one task | each was a pass over the whole batch, after which the threads waited for each other |
/// | vector loops called through method handles, so that each is compiled by itself | W1 in 31 ms; inlined together they exceed the JIT compiler's limit of size, 38 ms |
/// | threads that spin until the next call before they sleep | waking them costs some 50 µs in every layer |
/// | small products of a training step cut into 24 rows for a task, not a half for each of two threads; threads that spin for 200 µs, not 50 | W6 on two threads of an AMD Zen 3 in 70 ms instead of 127, 51 instead of 97 at best (medians and fastest tenths of 84 runs in turns): the processors slow down by turns, and one that is slow takes fewer tasks |
/// | draws: Philox in lanes of 64 bits, both branches of the normal quantile for one division | normal 2.3 ns instead of 11, uniform 1.2 instead of 4.8 |
/// | draws: the two loops of the normal quantile each compiled by itself | normal 1.6 ns in every run, where it was 3.3 once truncated draws had been made too |
/// | activations: vectors of constants made once, gated units in three passes over a part in the first-level cache | sigmoid, softplus, erf, mish 0.9 to 1.3 ns instead of 2.6 to 7, gelu 1.9 |
/// | slopes from e^(−\|x\|), gated ones in two such passes | 0.6 to 1.5 ns where the plain form takes 7 to 14; and the digits that 1 − tanh² does not have |
/// | slope of ReLU as a blend of vectors | 0.15 ns instead of 3.3: the JIT compiler does not widen the plain loop |
/// | slope of tanh: its two powers of two from one pair of factors | 0.9 ns in every run, where it was 1.9 in some: one operation more than the JIT compiler inlines |
/// | way back: weights transposed in vectors, squares of 16 rows, two steps at a time in registers | 0.20 ns for a weight instead of 0.45: a layer of 1000 × 500 back, with all surveys, in 7.5 ms instead of 9.0 |
/// | transposition in vectors of 8 lanes: the step of four by reads four elements early, not by shuffles of a copy | 0.42 ns for an element of 100 × 100 instead of 0.52, of 512 × 512 0.50 instead of 0.58, on a core of an AMD Zen 3; all steps by such reads 0.53 and 0.55 |
/// | weight gradient: columns of the input copied as rows in the same way | 1000 × 500 × 500 with its survey at 72 GFLOP/s beside 92 of a product alone; 67 beside 81 in vectors of 8 lanes |
/// | ten layers of tanh, 1000 × 500, there and back with all weight gradients and histograms | 3.0 times the way there alone, on one thread: 67 and 135 ms |
/// | small product: operands read where they are, sums of six or four rows by four vectors, eight by three at the edge | 100 × 785 × 112 at 112 GFLOP/s on that core, where eight by two gave 92; 20 × 31 × 576 at 104 instead of 91, 10 × 21 × 576 at 89 instead of 66: a number of the first operand is spread over a vector half as often, which takes the units that multiply |
/// | small product with 16 registers: sums of six or five rows by two vectors, whichever computes fewer rows twice, where it was four | on one core of an AMD Zen 3, vectors of 8 lanes, the fastest of 200 stretches of 0.3 ms on a loaded machine: 100 × 785 × 112 at 75 GFLOP/s instead of 63, 100 × 100 × 800 at 77 instead of 66, 20 × 569 × 32 at 80 instead of 73, 10 × 569 × 32 at 79 instead of 60, 10 × 21 × 576 at 55 instead of 48, 20 × 31 × 576 at 65 instead of 63; eight sums wait for each other |
/// | small matrices: a row for each unit and a column for each sample | lanes are full though layers of 10 and 20 units are not: half of the time of a row for each sample |
/// | tanh and its slope in one loop, which share their exponential and their division | 0.9 ns for both instead of 1.35 |
/// | tanh with its slope: the power of two made of the bits of the rounded exponent, bounds by comparisons, the sign by a blend of bits | 0.56 ns instead of 0.70 for each of a first-level cache |
/// | activations: a whole value in the loop over the vectors, and no method for it | a method that takes and gives a vector is called more often than its loop, so it may be compiled before it, and is no longer inlined if that made more than 2,500 bytes (`InlineSmallCode`): each vector becomes an object. With the profiles of a cache made ahead of time it happened in every process: 1,480 runs of 20 tanh layers of 256, there and back, took the packaged program 38 s (66 s of processor time), and 20 s (37 s) since |
/// | activations: whole numbers from the bits of a float in the place of conversions; for tanh, bounds by comparisons and the sign by a blend of bits too | tanh 0.8 ns instead of 1.1 in the fastest of 300 calls with 8 lanes, its slope 1.16 instead of 1.25 |
/// | moments: extremes as integers, counts only where there is something to count | half the time |
/// | histogram: bins found in float, measured from near zero, not in double | less than half the time |
/// | first answers in the plain form, until the vector form is compiled | the first picture after 1.1 s instead of 2.5 |
///
/// How many sums a product holds in registers, rows by vectors; GFLOP/s of one thread of another
/// machine, idle, on which the innermost loop alone reaches 170. Where a range is given, speed
/// depends on where the second operand lies relative to cache lines, which a Java program cannot
/// choose: an array on the heap cannot be aligned.
///
/// | sums | 32 registers of 16 lanes (AVX-512) | 16 registers of 8 lanes (AVX2) |
/// | --- | --- | --- |
/// | 12 × 2 | 155 to 169 | 40 |
/// | 8 × 2 | 65 to 110; 170 where it happens to be aligned | |
/// | 6 × 2 | 100 | 57 |
/// | 4 × 3 | 68 to 110 | |
///
/// With 16 registers on one core of an AMD Zen 3, whose peak is 103: 6 × 2 reaches 96 to 100, from
/// the first-level cache and through panels in the second-level cache alike, wherever a panel lies
/// relative to cache lines. For seconds at a time it reaches 55 to 65 there, while a loop without
/// loads keeps 100: another program seems to share the core. Two steps in one turn of the loop give
/// 62 and four 51 at best, rows packed by sixes, k by k, 41, sums of 4 × 3 and 3 × 4 40: the JIT
/// compiler keeps sums on the stack. Tiles of 128, 192 and 256 columns and blocks of 256 rows give
/// what 512 give, or less; a panel held in the first-level cache while 96 or 192 rows of the first
/// operand pass, of blocks of 256 or 512 rows, 0.87 to 1.07 of the speed. PyTorch in turns with it,
/// one thread, medians: 1000 × 500 × 500 at 0.95 of its speed, 512 × 1024 × 1024 at 0.76 (0.90 of
/// the fastest tenth), 2048³ at 0.77. On two threads it is 1.63, 1.50 and 1.78 times as fast as on
/// one (PyTorch 1.96, 1.75 and 1.79), where a loop of multiply-adds without loads is 1.95 times as
/// fast: two threads with arrays of their own do not slow each other down, but each processor is at
/// half of its speed for half of the time, and what two share ends with the slower one. Smaller and
/// larger tiles changed nothing.
///
/// Side by side with NumPy and PyTorch on such a machine, while nothing else runs, medians in turns
/// (fastest tenth), of the faster of both; the workloads are those of the README's benchmarks. A
/// quarter of a second lies between one process and the next, since threads of those libraries wait
/// for their next call without sleep: without that pause W1 reads 0.43 and W6 0.47 on two threads.
///
/// | what | two threads | one thread |
/// | --- | --- | --- |
/// | product 1000 × 500 × 500, of PyTorch's speed | 0.74 to 0.79 (0.84) | 0.80 to 0.86 (0.96) |
/// | 512 × 1024 × 1024, as stored | 0.70 to 0.79 (0.74) | 0.75 to 0.83 (0.84) |
/// | 512 × 1024 × 1024, transposed | 0.75 to 0.81 (0.81) | 0.84 to 0.95 (0.92) |
/// | 2048³ | 0.79 to 0.91 (0.81) | 0.80 to 0.88 (0.79) |
/// | W1 warm, of the peer's time | 0.67; cold 0.48 | 0.73 |
/// | W2 warm | 0.76; cold 0.24 | 0.82 |
/// | W3 | 1.37 | 1.29 |
/// | W4 | 0.31 | 0.30 |
/// | W5 | 1.27 | 1.25 |
/// | W6 | 0.64 | 0.85 |
///
/// | what was dropped | why |
/// | --- | --- |
/// | with 16 registers, a sum written to memory in the middle of a step, which the JIT compiler cannot read past: it keeps sums in registers though rows are a constant apart | five instructions of 33 fewer; alone in a loop 63 to 68 GFLOP/s instead of 53 to 56 where another program shares the core, and 92 in either form where none does; nothing in layers or whole sweeps |
/// | small helper methods in long vector loops | beyond some tens of operations the JIT compiler no longer inlines them, and makes an object of every vector that they take or return: 10 to 50 times slower, the product at 13 GFLOP/s |
/// | blocks of 256 instead of 512 rows or columns | the same within 2 %, on a core of 1 MB second-level cache |
/// | rows copied to a line before they are transposed, or transposed in registers alone | nothing, and 5 to 15 % of 0.3 ns: the time is that of reading rows that are 4096 bytes apart |
/// | rows a constant apart, with 16 registers | the JIT compiler keeps sums on the stack: 49 GFLOP/s instead of 110 |
/// | panels outside of the heap, aligned to cache lines | loads from a memory segment cost more than alignment gives: 105 GFLOP/s |
/// | sums that start from zeros, where a tile is cleared before | no gain: the time is that of the first access to the memory, in either place |
/// | last squares of a transposition that overlap those before, where the rest is copied number by number | 6.7 µs for 21 × 569 instead of 6.8, in vectors of 8 lanes |
/// | large pages of memory | 1 to 3 % |
/// | 1 − φ² as the slope of tanh, φ·(1 − φ) as that of sigmoid | cheaper, but 0 from \|x\| = 9 or 17 on, where a gradient has not vanished yet |
/// | columns of the first operand interleaved by twelve or six, and not transposed | 84 GFLOP/s with 32 registers, but 39 with 16 |
/// | shuffles of a transposition from an array, one for each step | 0.39 ns instead of 0.20: the JIT compiler wants constants |
/// | activations computed again from pre-activations while a weight gradient copies them | each of its tiles in a row would do it once more, four times in all; one pass costs 0.7 ns |
/// | a second array of pre-activations for the way back through ReLU, in the benchmark | its activations tell the slope |
package dev.weightscope.kernel;
