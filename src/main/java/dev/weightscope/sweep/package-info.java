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
/// ## How long 1,480 runs take
///
/// 20 tanh layers of 256 units, 128 samples, there and back, over 148 gains and 10 draws: 19 to 22
/// s on two cores of an AMD Zen 3 that another program seems to share for part of the time. Of its
/// 35 to 38 s of processor time, about, by samples of the stack:
///
/// | what | processor time |
/// | --- | --- |
/// | the innermost loop of products: 0.97 · 10¹² operations at 60 of 103 GFLOP/s, 96 where nobody shares the core | 15 s |
/// | the JIT compiler, in threads of its own | 6 s |
/// | tanh and its slope | 4 s |
/// | weights copied for a product, transposed on the way back | 3.5 s |
/// | the start, and vectors before they are compiled: until 6 s have passed few runs are done | 5 s |
/// | inputs and cotangents drawn, moments of the input, first and last gradients, cuts into tiles | 2.5 s |
///
/// | what was tried | what it gave |
/// | --- | --- |
/// | no tanh through a method for each vector ([dev.weightscope.kernel]) | the packaged program 38 to 20 s; started from classes, the same |
/// | vectors at once where 5 s are left, not 15 | 200 such runs of tanh 11.1 and 9.0 to 6.3 and 7.8 s, of GELU 13.4 and 9.5 to 7.9 and 9.3 s; 80 runs 5.9 and 6.3 to 6.4 and 5.4 s |
/// | fewer instructions in the innermost loop | nothing in a sweep |
/// | the serial collector of garbage | 27 s in its only run, beside 19 to 20; collections take 0.2 s in all |
///
/// Not tried: transposed unit weights kept beside the others, which would spare two thirds of their
/// copies; slopes computed with the values, whose bits would have to be those of
/// [dev.weightscope.engine.Engine]; fewer loops to compile.
///
/// This lab asks what others answer, as [dev.weightscope.race]: a sweep has no answers of its own.
package dev.weightscope.sweep;
