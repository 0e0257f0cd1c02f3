package dev.weightscope.ui.training;

import dev.weightscope.session.Pin;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import java.util.Optional;

/// What can be done with the pin whose colour a run has.
record PinActions(Session session, LabState<?, ?> state) {
    /// Empty for the live run.
    Optional<Pin> pin(int colour) {
        return session.pins().kept().stream().filter(pin -> pin.colour() == colour).findFirst();
    }

    void makeCurrent(int colour) {
        pin(colour)
                .ifPresent(pin -> {
                    session.makeCurrent(pin);
                    state.resume();
                });
    }

    void remove(int colour) {
        pin(colour).ifPresent(session::remove);
    }
}
