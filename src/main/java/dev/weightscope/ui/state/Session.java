package dev.weightscope.ui.state;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.preset.Preset;
import dev.weightscope.session.History;
import dev.weightscope.session.LostPin;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pin.Visibility;
import dev.weightscope.session.PinNames;
import dev.weightscope.session.Pins;
import dev.weightscope.session.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What all labs of the window share: the experiment, the pins, the settings of each lab, and the
/// way back. To be used on one thread, the toolkit's.
///
/// Every change, of the pins too, is a step that can be undone.
public final class Session {
    private final ReadOnlyObjectWrapper<SessionState> state;
    private final ReadOnlyObjectWrapper<Experiment> experiment;
    private final History<SessionState> history = new History<>();
    private final ReadOnlyBooleanWrapper inGesture = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final List<BinaryOperator<SessionState>> followers = new ArrayList<>();
    private PinNames names = new PinNames(Pins.NONE);

    public Session(Experiment first) {
        state = new ReadOnlyObjectWrapper<>(new SessionState(first, Pins.NONE));
        experiment = new ReadOnlyObjectWrapper<>(first);
    }

    public SessionState state() {
        return state.get();
    }

    /// Experiment, pins and labs' settings, of one moment.
    public ReadOnlyObjectProperty<SessionState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public Experiment experiment() {
        return state.get().experiment();
    }

    /// The experiment alone, for who does not care about pins.
    public ReadOnlyObjectProperty<Experiment> experimentProperty() {
        return experiment.getReadOnlyProperty();
    }

    public Pins pins() {
        return state.get().pins();
    }

    /// What pins and the live setting are called.
    public PinNames names() {
        return names;
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /// Changes the experiment, as a step that can be undone.
    ///
    /// @throws Refusal if the change is refused; nothing has happened then
    public void edit(UnaryOperator<Experiment> change) {
        change(now -> following(now, now.withExperiment(change.apply(now.experiment()))));
    }

    /// Has labs' settings follow a change of the experiment, as a part of it.
    ///
    /// @param follower gets the state before and after
    void onExperiment(BinaryOperator<SessionState> follower) {
        followers.add(follower);
    }

    private SessionState following(SessionState before, SessionState after) {
        SessionState all = after;
        for (BinaryOperator<SessionState> follower : followers) {
            all = follower.apply(before, all);
        }
        return all;
    }

    /// Changes a lab's own settings, as a step that can be undone.
    ///
    /// @param options empty for the defaults
    public void editLab(String lab, String options) {
        change(now -> now.withLab(lab, options));
    }

    /// Replaces experiment, pins and labs' settings, as a step of its own that can be undone: a key
    /// that asked for it may still be down.
    public void open(SessionState opened) {
        endGesture();
        change(_ -> opened);
    }

    /// Begins with another state than the first; there is no way back from it.
    public void restore(SessionState restored) {
        adopt(restored);
    }

    /// From here to [#endGesture] all changes are one step of the history.
    public void beginGesture() {
        history.beginGesture();
        inGesture.set(true);
    }

    public void endGesture() {
        history.endGesture();
        inGesture.set(false);
    }

    /// Whether a gesture is under way: axes stand still meanwhile.
    public ReadOnlyBooleanProperty inGestureProperty() {
        return inGesture.getReadOnlyProperty();
    }

    public void undo() {
        history.undo(state()).ifPresent(this::adopt);
    }

    public void redo() {
        history.redo(state()).ifPresent(this::adopt);
    }

    /// The same experiment with other draws.
    public void drawAnew() {
        edit(current -> current.withSeed(current.seed() + 1));
    }

    /// Pins the current experiment, unless it is pinned.
    ///
    /// @return its pin: a new one, or the one there was
    /// @throws Refusal if there is no room
    public Pin pinCurrent() {
        change(SessionState::pinned);
        return pins().find(experiment()).orElseThrow();
    }

    /// Pins other settings beside the current one, which stays, as a single step that can be
    /// undone: all of them, or none.
    ///
    /// @throws Refusal if there is no room
    public void pin(List<Experiment> others) {
        change(now -> {
            SessionState next = now;
            for (Experiment other : others) {
                next = next.pinned(other);
            }
            return next;
        });
    }

    /// Loads a prepared scene, see [SessionState#loaded].
    public void load(Preset preset) {
        change(now -> now.loaded(preset));
    }

    /// @param name blank to have it named by what it is
    public void rename(Pin pin, String name) {
        changePins(pins -> pins.replace(pin, pin.withName(name)));
    }

    public void toggle(Pin pin) {
        Visibility next = pin.isShown() ? Visibility.HIDDEN : Visibility.SHOWN;
        changePins(pins -> pins.replace(pin, pin.withVisibility(next)));
    }

    public void remove(Pin pin) {
        changePins(pins -> pins.without(pin));
    }

    public void remove(LostPin pin) {
        changePins(pins -> pins.without(pin));
    }

    /// Loads a pin's experiment; the pin stays.
    public void makeCurrent(Pin pin) {
        edit(_ -> pin.experiment());
    }

    private void changePins(UnaryOperator<Pins> change) {
        change(now -> now.withPins(change.apply(now.pins())));
    }

    private void change(UnaryOperator<SessionState> change) {
        SessionState next = change.apply(state());
        if (!next.equals(state())) {
            history.record(state());
            adopt(next);
        }
    }

    private void adopt(SessionState next) {
        undoable.set(history.canUndo());
        redoable.set(history.canRedo());
        if (!next.pins().equals(pins())) {
            names = new PinNames(next.pins());
        }
        state.set(next);
        experiment.set(next.experiment());
    }
}
