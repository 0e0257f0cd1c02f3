package dev.weightscope.ui.experiment;

import dev.weightscope.model.Experiment;
import dev.weightscope.theory.CriticalPoint;
import dev.weightscope.theory.GainZone;
import dev.weightscope.theory.GainZones;
import java.util.List;
import java.util.OptionalDouble;

/// What theory says of all gains of an experiment; the experiment's own does not matter.
///
/// @param zones empty where there are none
/// @param critical the gain at which gradients neither vanish nor explode; empty where there is
///   none
record GainScale(List<GainZone> zones, OptionalDouble critical) {
    static final GainScale UNKNOWN = new GainScale(List.of(), OptionalDouble.empty());

    /// Takes milliseconds.
    static GainScale of(Experiment experiment, double low, double high) {
        return new GainScale(
                GainZones.of(experiment, low, high, () -> {}), CriticalPoint.gain(experiment));
    }
}
