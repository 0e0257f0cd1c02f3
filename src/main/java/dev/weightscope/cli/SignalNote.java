package dev.weightscope.cli;

import dev.weightscope.model.Experiment;
import dev.weightscope.preset.Preset;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import dev.weightscope.session.SessionState;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import java.util.List;
import java.util.TreeMap;

/// What brings back a picture of the signal.
///
/// @param compared comes back as pins, in the colours of its curves
record SignalNote(Experiment experiment, SignalSettings settings, List<Preset.Compared> compared) {
    String text() {
        boolean isPlain = settings.equals(SignalSettings.FORWARD);
        if (compared.isEmpty() && isPlain) {
            return SavedSession.of(experiment).format();
        }
        Pins pins = Pins.NONE;
        for (Preset.Compared each : compared) {
            if (pins.find(each.experiment()).isEmpty() && !pins.isFull()) {
                pins = pins.with(each.label(), Pin.Origin.PRESET, each.experiment());
            }
        }
        SessionState state = new SessionState(experiment, pins);
        SignalLab lab = new SignalLab();
        return SavedSession.of(
                        isPlain ? state : state.withLab(lab.key(), lab.saved().format(settings)),
                        new TreeMap<>())
                .format();
    }
}
