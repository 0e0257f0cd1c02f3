/// A lab's figures while numbers of an experiment go from one value to another: where they tip.
///
/// A [dev.weightscope.sweep.SweepPlan] lists the runs of a setting, from its
/// [dev.weightscope.sweep.Way]s and draws; a [dev.weightscope.sweep.Measure] says what is taken
/// from each, and so who computes it, a [dev.weightscope.sweep.PointRuns]: signals of several
/// points at once, each on one thread, spectra, or trainings. The
/// [dev.weightscope.sweep.SweepSolver] hands out what is left, coarse first. A new figure is an
/// entry of [dev.weightscope.sweep.Measures]; one of another kind of answer also needs a
/// `PointRuns`.
///
/// This lab asks what others answer, as [dev.weightscope.race]: a sweep has no answers of its own.
package dev.weightscope.sweep;
