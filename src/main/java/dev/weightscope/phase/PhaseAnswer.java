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
/// @param measured what networks have learnt all over the map; empty where none are trained
public record PhaseAnswer(
        Experiment experiment,
        PhaseSettings settings,
        PhaseGrid grid,
        CriticalCurve line,
        PhasePoint point,
        Optional<PhaseCurves> curves,
        Optional<Measured> measured) {
    PhaseAnswer with(Optional<Measured> networks) {
        return new PhaseAnswer(experiment, settings, grid, line, point, curves, networks);
    }

    /// Whether the map has all the points that are asked for.
    public boolean isWhole() {
        return grid.weights().equals(settings.weights()) && grid.biases().equals(settings.biases());
    }

    /// A place of the plane.
    public record Place(double weightVariance, double biasVariance) {}

    /// Where the experiment stands; empty where it has no place.
    public Optional<Place> place() {
        return switch (point) {
            case PhasePoint.None _ -> Optional.empty();
            case PhasePoint.Beside(var w, var b, var _) -> Optional.of(new Place(w, b));
            case PhasePoint.At(var limit, var _, var _) ->
                    Optional.of(new Place(limit.weightVariance(), limit.biasVariance()));
        };
    }
}
