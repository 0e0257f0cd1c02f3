package dev.weightscope.verdict;

import java.util.OptionalInt;

/// What a network's training came to, as far as rules ask.
///
/// @param goalStep the first step whose loss is at most the goal; empty where none is
/// @param loss at the last step that there is
/// @param accuracy at that step; NaN where the target is a number
/// @param steps that are taken
/// @param divergedStep the step after which the loss was not finite
/// @param hasEnded whether it takes no more steps
/// @param isStuck whether the loss has stayed within 2 % for half of the steps
/// @param shape what is known of the layers; [LayersShape#UNKNOWN] until the run has ended
public record RunEvidence(
        OptionalInt goalStep,
        double loss,
        double accuracy,
        int steps,
        OptionalInt divergedStep,
        boolean hasEnded,
        boolean isStuck,
        LayersShape shape) {
    /// What the layers look like at the end.
    ///
    /// @param isLastAllZero whether all weights of the last layer are 0, so that the network
    ///   answers with its bias
    /// @param areUnitsAlike whether all units of a hidden layer have the same weights and bias
    /// @param saturated the largest share of saturated outputs among the hidden layers
    public record LayersShape(boolean isLastAllZero, boolean areUnitsAlike, double saturated) {
        public static final LayersShape UNKNOWN = new LayersShape(false, false, 0);
    }
}
