/// The workloads that this program is compared with NumPy, PyTorch and TensorFlow by, and the clock
/// that times them.
///
/// A [dev.weightscope.bench.Workload] is fixed, or figures could not be compared; what can be
/// chosen is the kernel. Each is run by a [dev.weightscope.bench.WorkloadRun] without the engine:
/// its statistics are those of the comparison and few others. The way there alone is straight on
/// the kernel's operations; there and back is the program's own passes, so that there is one way
/// back; what learns are the program's own runs. The engine computes more, and is measured by what
/// a person sees of it.
///
/// [dev.weightscope.bench.Benchmark] takes the times. How early a first run comes can be told only
/// in a process that has done nothing else, so a [dev.weightscope.bench.WorkloadProcess] is started
/// for each workload; its times come back as JSON, which is why this package knows Jackson.
package dev.weightscope.bench;
