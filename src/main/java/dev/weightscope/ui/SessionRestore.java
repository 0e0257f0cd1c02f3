package dev.weightscope.ui;

import dev.weightscope.model.Experiment;
import dev.weightscope.run.Background;
import dev.weightscope.run.Background.Outcome;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.saved.SavedSession.Restored;
import dev.weightscope.session.LostPin;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import dev.weightscope.session.SessionState;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.state.Session;
import dev.weightscope.ui.state.Workspace;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Brings the last session back. What rests on no file is there before the window is; tables are
/// read while it is already shown.
final class SessionRestore {
    private final Workspace workspace;
    private final Background files;
    private final Notices notices;

    /// @param files reads tables
    SessionRestore(Workspace workspace, Background files, Notices notices) {
        this.workspace = workspace;
        this.files = files;
        this.notices = notices;
    }

    /// @param then called when the session is as it was
    void begin(SavedSession saved, Runnable then) {
        workspace.view().choose(saved.view());
        SessionState before = workspace.session().state();
        if (saved.readsFiles()) {
            files.request(
                    this,
                    () -> saved.restored(Experiment.DEFAULT),
                    outcome -> {
                        finish(
                                switch (outcome) {
                                    case Outcome.Done<Restored>(Restored restored) -> restored;
                                    case Outcome.Failed<Restored>(String sentence) ->
                                            saved.unmade(Experiment.DEFAULT, sentence);
                                },
                                before);
                        then.run();
                    });
        } else {
            finish(saved.restored(Experiment.DEFAULT), before);
            then.run();
        }
    }

    private void finish(Restored restored, SessionState before) {
        Session session = workspace.session();
        if (session.state().equals(before)) {
            session.restore(restored.state());
        } else {
            session.open(beside(session.state(), restored.state()));
        }
        restored.complaint().ifPresent(notices::warn);
    }

    /// What a person has done meanwhile stays, and what was there is pinned as far as there is
    /// room.
    private static SessionState beside(SessionState now, SessionState restored) {
        Pins pins = restored.pins();
        for (Pin pin : now.pins().kept()) {
            pins = pins.with(pin);
        }
        for (LostPin pin : now.pins().lost()) {
            pins = pins.with(pin);
        }
        Pin last = new Pin(null, 1, Pin.Visibility.SHOWN, Pin.Origin.PERSON, restored.experiment());
        SequencedMap<String, String> labs = new TreeMap<>(restored.labs());
        labs.putAll(now.labs());
        return now.withPins(pins.with(last)).withLabs(labs);
    }
}
