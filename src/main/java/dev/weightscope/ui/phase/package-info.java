/// The phase lab in the window: a map on which the live setting is a point that is dragged.
///
/// The map is one canvas and the point another above it, so that a point that moves is all that is
/// drawn ([dev.weightscope.ui.phase.PhaseMap]).
package dev.weightscope.ui.phase;
