package dev.weightscope.cli;

import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Question;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.Pins;
import dev.weightscope.session.SessionState;
import java.util.Map;
import java.util.TreeMap;

/// What brings back a lab's picture: the setting and the pins, on the lab's tab; what asks for
/// nothing is opened as any other.
record LabNote<S>(Lab<S, ?> lab, Question<S> question, Pins pins) {
    String text() {
        S settings = question.settings();
        boolean isPlain = settings.equals(lab.options().defaults());
        SessionState state =
                new SessionState(question.experiment(), pins)
                        .withLab(lab.key(), isPlain ? "" : lab.saved().format(settings));
        return SavedSession.of(state, new TreeMap<>(Map.of("tab", lab.key()))).format();
    }
}
