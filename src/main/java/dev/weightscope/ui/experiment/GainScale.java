package dev.weightscope.ui.experiment;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.GainAnswer;
import dev.weightscope.model.GainGoal;
import dev.weightscope.theory.CriticalGains;
import dev.weightscope.theory.GainZone;
import dev.weightscope.theory.GainZones;
import dev.weightscope.theory.Gains;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What theory says of all gains of an experiment; the experiment's own does not matter.
///
/// @param zones empty where there are none
/// @param critical the gain at which gradients neither vanish nor explode; empty where there is
///   none
/// @param answers for every goal; empty where they are not known
record GainScale(List<GainZone> zones, OptionalDouble critical, Map<GainGoal, GainAnswer> answers) {
    static final GainScale UNKNOWN = new GainScale(List.of(), OptionalDouble.empty(), Map.of());

    /// Takes milliseconds.
    ///
    /// @param criticalGains remembers what it finds
    static GainScale of(
            Experiment experiment, double low, double high, CriticalGains criticalGains) {
        return new GainScale(
                GainZones.of(experiment, low, high, () -> {}),
                criticalGains.of(experiment),
                Arrays.stream(GainGoal.values())
                        .collect(
                                Collectors.toMap(
                                        goal -> goal, goal -> Gains.answer(experiment, goal))));
    }
}
