package dev.weightscope.phase;

import dev.weightscope.theory.MeanField;
import java.util.OptionalDouble;

/// Where an experiment stands on a map.
public sealed interface PhasePoint {
    /// @param limit what becomes of signals there, from the experiment's first layer on
    /// @param critical σ_w² of the critical line at this σ_b²; empty where there is none
    record At(MeanField limit, double start, OptionalDouble critical) implements PhasePoint {}

    /// It has a place, but what theory says there is not of it.
    ///
    /// @param reason why not, as a sentence
    record Beside(double weightVariance, double biasVariance, String reason)
            implements PhasePoint {}

    /// @param reason why it has no place, as a sentence
    record None(String reason) implements PhasePoint {}
}
