package dev.weightscope.phase;

import dev.weightscope.model.Experiment;
import dev.weightscope.theory.CriticalCurve;
import java.util.Optional;

/// A map and what stands on it.
///
/// @param experiment that it is about
/// @param grid coarser than the settings ask for in a partial answer
/// @param line where χ₁ is 1
/// @param curves of the point; empty where it has none
public record PhaseAnswer(
        Experiment experiment,
        PhaseSettings settings,
        PhaseGrid grid,
        CriticalCurve line,
        PhasePoint point,
        Optional<PhaseCurves> curves) {
    /// Whether the map has all the points that are asked for.
    public boolean isWhole() {
        return grid.weights().equals(settings.weights()) && grid.biases().equals(settings.biases());
    }
}
