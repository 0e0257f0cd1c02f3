/// Turns an [dev.weightscope.model.Experiment] into a [dev.weightscope.model.Snapshot].
///
/// [dev.weightscope.engine.Engine] says in which order; what a tensor's statistics are stands in
/// [dev.weightscope.engine.TensorSurvey], where its histogram's bins lie in
/// [dev.weightscope.engine.BinPlacement], and what does not fit into memory is refused by
/// [dev.weightscope.engine.MemoryEstimate] before anything is allocated. No threads, no window.
package dev.weightscope.engine;
