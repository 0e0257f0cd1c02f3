/// Turns an [dev.weightscope.model.Experiment] into a [dev.weightscope.model.Snapshot], computing
/// only what is not known yet.
///
/// [dev.weightscope.engine.Engine] says in which order: what does not fit into the
/// [dev.weightscope.memory.MemoryBudget], by [dev.weightscope.engine.MemoryEstimate], is refused
/// before anything is allocated; a first answer from few samples
/// ([dev.weightscope.engine.Previews]) comes where [dev.weightscope.engine.SpeedEstimate] expects a
/// long run; the whole one follows. Each of the two is a [dev.weightscope.engine.CachedPass], which
/// remembers the layers that it went through by their *questions*: records of all that decides a
/// result, so that equal questions have equal answers, bit for bit. An experiment is taken apart
/// into them in one place, [dev.weightscope.engine.SurveyQuestion]; what computes sees the
/// questions alone, so that nothing can be computed from what a cache does not compare. What a
/// tensor's statistics are stands in [dev.weightscope.engine.TensorSurvey], where its histogram's
/// bins lie in [dev.weightscope.engine.BinPlacement]. What is kept for the way back, and what is
/// computed once more where there is no memory for it, is a [dev.weightscope.engine.TapePlan];
/// [dev.weightscope.engine.WayBack] follows it and tells a [dev.weightscope.engine.GradientSurvey]
/// of the gradients that it comes by. [dev.weightscope.engine.MomentsEngine] is for those who ask
/// for [dev.weightscope.engine.AskedMoments] alone. No threads, no window.
package dev.weightscope.engine;
