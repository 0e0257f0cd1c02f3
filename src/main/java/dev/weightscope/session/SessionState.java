package dev.weightscope.session;

import dev.weightscope.model.Experiment;
import dev.weightscope.preset.Preset;
import dev.weightscope.session.Pin.Origin;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;

/// All of a session that can be undone.
///
/// @param labs each lab's own settings as options, by the lab's key; none for a lab with its
///   defaults. Text, since a session may hold settings of labs that this program does not have.
public record SessionState(Experiment experiment, Pins pins, SequencedMap<String, String> labs) {
    public SessionState {
        SequencedMap<String, String> sorted = new TreeMap<>(labs);
        sorted.values().removeIf(String::isEmpty);
        labs = Collections.unmodifiableSequencedMap(sorted);
    }

    /// With every lab's defaults.
    public SessionState(Experiment experiment, Pins pins) {
        this(experiment, pins, new TreeMap<>());
    }

    public SessionState withExperiment(Experiment next) {
        return new SessionState(next, pins, labs);
    }

    public SessionState withPins(Pins next) {
        return new SessionState(experiment, next, labs);
    }

    public SessionState withLabs(SequencedMap<String, String> next) {
        return new SessionState(experiment, pins, next);
    }

    /// With a lab's own settings.
    ///
    /// @param options empty for the defaults
    public SessionState withLab(String lab, String options) {
        SequencedMap<String, String> next = new TreeMap<>(labs);
        next.put(lab, options);
        return withLabs(next);
    }

    /// With the experiment pinned; the same where it is already.
    ///
    /// @throws dev.weightscope.model.Refusal if there is no room
    public SessionState pinned() {
        return pinned(experiment);
    }

    /// With a setting pinned; the same where it is already.
    ///
    /// @throws dev.weightscope.model.Refusal if there is no room
    public SessionState pinned(Experiment setting) {
        return pins.find(setting).isPresent()
                ? this
                : withPins(pins.with(null, Origin.PERSON, setting));
    }

    /// A prepared scene: its experiment, the settings of its lab, and its companions in the place
    /// of those of the scene before. Companions for which there is no room, or whose setting is
    /// pinned, are left out.
    public SessionState loaded(Preset preset) {
        Pins next = pins.without(Origin.PRESET);
        for (Preset.Compared companion : preset.compared()) {
            if (!next.isFull() && next.find(companion.experiment()).isEmpty()) {
                next = next.with(companion.label(), Origin.PRESET, companion.experiment());
            }
        }
        SessionState loaded = withExperiment(preset.experiment()).withPins(next);
        return preset.scene()
                .map(scene -> loaded.withLab(scene.lab(), scene.options()))
                .orElse(loaded);
    }
}
