/// The phase lab: where a network stands between order and chaos, and how deep a signal reaches
/// there.
///
/// The map is theory of infinitely wide networks without normalization and skips
/// ([dev.weightscope.theory.PhaseField]): no network is drawn for it. A map is of an activation and
/// of two ranges alone, and is kept; an experiment is a point on it, so that a gain that moves
/// costs a point and two curves. A map of 96 × 72 points takes 23 to 78 ms on two cores of an AMD
/// Zen 3, whatever of 14 activations and 4 quantities it shows, once the JIT compiler is done, and
/// 170 ms at most before.
///
/// Beside theory stands what is measured ([dev.weightscope.phase.Measured]): on request the
/// experiment's network is trained at places all over the map, its gain and its biases being those
/// of the place, and each place shows how many right answers it has learnt to give. Runs are the
/// training package's, one on each thread ([dev.weightscope.phase.Measuring]); they are kept for as
/// long as the program runs ([dev.weightscope.phase.Trainings]), since they are the same wherever
/// on the map the experiment stands.
package dev.weightscope.phase;
