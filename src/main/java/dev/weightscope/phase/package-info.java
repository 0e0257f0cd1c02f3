/// The phase lab: where a network stands between order and chaos, and how deep a signal reaches
/// there.
///
/// All of it is theory of infinitely wide networks without normalization and skips
/// ([dev.weightscope.theory.PhaseField]): no network is drawn. A map is of an activation and of two
/// ranges alone, and is kept; an experiment is a point on it, so that a gain that moves costs a
/// point and two curves.
package dev.weightscope.phase;
