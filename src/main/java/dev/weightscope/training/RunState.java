package dev.weightscope.training;

import dev.weightscope.model.Experiment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is known of a run: a result in part or whole.
///
/// @param experiment the start, with the seed of this draw
/// @param widths of the features, then of each layer
/// @param steps that are taken
/// @param loss of the samples that the plan's scope says
/// @param accuracy the share of right answers among them; empty where the target is a number
/// @param testLoss of the rows that are left for testing; empty where there are none
/// @param testAccuracy as `accuracy`
/// @param layers in order
/// @param histograms by ascending step; empty where none are kept
/// @param planes what it says all over the [TrainingSet#plane], at the same steps as the
///   histograms; empty where there is no plane
/// @param goalStep the first step whose loss is at most the goal
/// @param stuck whether the loss has stayed within 2 % for half of the plan's steps
/// @param atEnd of a run that has ended
public record RunState(
        Experiment experiment,
        List<Integer> widths,
        int steps,
        Ending ending,
        Curve loss,
        Curve accuracy,
        Curve testLoss,
        Curve testAccuracy,
        List<LayerCurves> layers,
        List<StepHistograms> histograms,
        List<StepPlane> planes,
        OptionalInt goalStep,
        boolean stuck,
        Optional<AtEnd> atEnd) {
    public RunState {
        widths = List.copyOf(widths);
        layers = List.copyOf(layers);
        histograms = List.copyOf(histograms);
        planes = List.copyOf(planes);
    }

    /// What is found out once.
    ///
    /// @param hash of all that was learnt, as [WeightsHash] defines it
    /// @param layers in order
    public record AtEnd(String hash, List<LayerAtEnd> layers) {
        public AtEnd {
            layers = List.copyOf(layers);
        }
    }

    /// A layer at the end of a run.
    ///
    /// @param saturatedShare of its outputs, as the activation's
    ///   [dev.weightscope.model.ActivationFunction.Saturation] says, of the last batch looked at
    /// @param unitsAlike whether it has more than one unit and all have the same weights and bias,
    ///   bit for bit: they compute the same, and learn the same
    /// @param allZero whether all of its weights are 0
    public record LayerAtEnd(double saturatedShare, boolean unitsAlike, boolean allZero) {}

    public boolean hasEnded() {
        return ending != Ending.UNFINISHED;
    }

    /// The step after which the loss was not finite.
    public OptionalInt divergedStep() {
        return ending == Ending.DIVERGED ? OptionalInt.of(steps) : OptionalInt.empty();
    }
}
