package dev.weightscope.session;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.preset.Preset;
import dev.weightscope.session.Pin.Origin;

/// All of a session that can be undone.
public record SessionState(Experiment experiment, Pins pins) {
    public SessionState withExperiment(Experiment next) {
        return new SessionState(next, pins);
    }

    public SessionState withPins(Pins next) {
        return new SessionState(experiment, next);
    }

    /// With the experiment pinned; the same where it is already.
    ///
    /// @throws Refusal if there is no room
    public SessionState pinned() {
        return pins.find(experiment).isPresent()
                ? this
                : withPins(pins.with(null, Origin.PERSON, experiment));
    }

    /// A prepared scene: its experiment, and its companions in the place of those of the scene
    /// before. Companions for which there is no room, or whose setting is pinned, are left out.
    public SessionState loaded(Preset preset) {
        Pins next = pins.without(Origin.PRESET);
        for (Preset.Compared companion : preset.compared()) {
            if (!next.isFull() && next.find(companion.experiment()).isEmpty()) {
                next = next.with(companion.label(), Origin.PRESET, companion.experiment());
            }
        }
        return new SessionState(preset.experiment(), next);
    }
}
