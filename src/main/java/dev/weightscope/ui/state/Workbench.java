package dev.weightscope.ui.state;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.preset.Preset;
import dev.weightscope.ui.state.Pin.Origin;
import dev.weightscope.ui.state.Pin.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The one state of the window. To be used on one thread, the toolkit's.
///
/// An edit replaces the experiment and asks the engine; [#accept] takes the answer. Between the two
/// the newest snapshot stays, and [#progressProperty] says that it is an older one's.
public final class Workbench {
    public static final int MAX_PINS = 8;

    private final ReadOnlyObjectWrapper<Experiment> experiment;
    private final ReadOnlyObjectWrapper<@Nullable Snapshot> snapshot =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(new Progress.Computing());
    private final ObservableList<Pin> pins = FXCollections.observableArrayList();
    private final ObservableList<Pin> pinsView = FXCollections.unmodifiableObservableList(pins);
    private final History history = new History();
    private final ReadOnlyBooleanWrapper inGesture = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private Consumer<List<Experiment>> engine = _ -> {};

    public Workbench(Experiment first) {
        experiment = new ReadOnlyObjectWrapper<>(first);
    }

    /// Sends this and every later question to `engine`: the live experiment first, then the pins
    /// that have no answer yet. A newer question takes the place of the one before.
    public void connect(Consumer<List<Experiment>> newEngine) {
        engine = newEngine;
        ask();
    }

    public Experiment experiment() {
        return experiment.get();
    }

    public ReadOnlyObjectProperty<Experiment> experimentProperty() {
        return experiment.getReadOnlyProperty();
    }

    /// The newest answer to a live experiment; empty until the first.
    public Optional<Snapshot> snapshot() {
        return Optional.ofNullable(snapshot.get());
    }

    /// As [#snapshot], null until the first.
    public ReadOnlyObjectProperty<@Nullable Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Unmodifiable; a pin that changes is replaced by its successor.
    public ObservableList<Pin> pins() {
        return pinsView;
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
        Experiment next = change.apply(experiment());
        if (!next.equals(experiment())) {
            history.record(experiment());
            adopt(next);
        }
    }

    /// From here to [#endGesture] all edits are one step of the history.
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
        history.undo(experiment()).ifPresent(this::adopt);
    }

    public void redo() {
        history.redo(experiment()).ifPresent(this::adopt);
    }

    /// The same experiment with other draws.
    public void drawAnew() {
        edit(current -> current.withSeed(current.seed() + 1));
    }

    /// Pins the current experiment.
    ///
    /// @throws Refusal if there are [#MAX_PINS] already
    public void pinCurrent() {
        Experiment current = experiment();
        addPin(current.label(), current, Origin.PERSON, Visibility.SHOWN);
    }

    /// Puts back a pin of an earlier session.
    ///
    /// @throws Refusal if there are [#MAX_PINS] already
    public void restorePin(String name, Experiment pinned, Visibility visibility) {
        addPin(name, pinned, Origin.PERSON, visibility);
    }

    /// Loads a prepared scene: the experiment, and its companions in the place of those of the
    /// scene before. Companions for which there is no room are left out.
    public void load(Preset preset) {
        pins.removeIf(pin -> pin.origin() == Origin.PRESET);
        preset.compared().stream()
                .limit(MAX_PINS - pins.size())
                .forEach(each ->
                        addPin(each.label(), each.experiment(), Origin.PRESET, Visibility.SHOWN));
        edit(_ -> preset.experiment());
    }

    public void rename(Pin pin, String name) {
        replace(pin, pin.withName(name));
    }

    public void toggle(Pin pin) {
        replace(pin, pin.withVisibility(pin.isShown() ? Visibility.HIDDEN : Visibility.SHOWN));
    }

    public void remove(Pin pin) {
        pins.remove(pin);
    }

    /// Loads a pin's experiment; the pin stays.
    public void makeCurrent(Pin pin) {
        edit(_ -> pin.experiment());
    }

    /// Takes a whole answer of the engine, in whatever order answers come.
    public void accept(Snapshot answer) {
        pins.replaceAll(pin ->
                answer.experiment().equals(pin.experiment()) ? pin.withSnapshot(answer) : pin);
        if (answer.experiment().equals(experiment())) {
            snapshot.set(answer);
            progress.set(new Progress.Answered());
        } else if (isOvertakenLiveAnswer(answer)) {
            // Newer than what is shown: the charts follow while a slider is dragged.
            snapshot.set(answer);
        }
    }

    /// Takes a first answer of the engine, from fewer samples. The picture follows it; pins wait
    /// for the whole answer.
    public void preview(Snapshot answer) {
        if (!answer.experiment().equals(experiment())) {
            if (isOvertakenLiveAnswer(answer)) {
                snapshot.set(answer);
            }
        } else if (!(progress.get() instanceof Progress.Answered)) {
            snapshot.set(answer);
            progress.set(new Progress.Refining());
        }
    }

    /// Takes a refusal of the engine. The last picture stays.
    ///
    /// @param sentence why, for the person who asked
    public void refuse(Experiment refused, String sentence) {
        if (refused.equals(experiment())) {
            progress.set(new Progress.Refused(sentence));
        }
    }

    private boolean isOvertakenLiveAnswer(Snapshot answer) {
        return progress.get() instanceof Progress.Computing
                && pins.stream().noneMatch(pin -> pin.experiment().equals(answer.experiment()));
    }

    private void adopt(Experiment next) {
        undoable.set(history.canUndo());
        redoable.set(history.canRedo());
        progress.set(new Progress.Computing());
        experiment.set(next);
        ask();
    }

    private void ask() {
        engine.accept(
                Stream.concat(
                                Stream.of(experiment()),
                                pins.stream()
                                        .filter(pin -> pin.snapshot() == null)
                                        .map(Pin::experiment))
                        .distinct()
                        .toList());
    }

    private void addPin(String name, Experiment pinned, Origin origin, Visibility visibility) {
        if (pins.size() == MAX_PINS) {
            throw new Refusal(
                    "There are %d pins already; remove one to pin another.".formatted(MAX_PINS));
        }
        Snapshot known =
                snapshot()
                        .filter(each -> each.isComplete() && each.experiment().equals(pinned))
                        .orElse(null);
        pins.add(new Pin(name, freeColour(), visibility, origin, pinned, known));
        if (known == null) {
            ask();
        }
    }

    private int freeColour() {
        return IntStream.rangeClosed(1, MAX_PINS)
                .filter(colour -> pins.stream().noneMatch(pin -> pin.colourIndex() == colour))
                .findFirst()
                .orElseThrow();
    }

    private void replace(Pin pin, Pin successor) {
        int index = pins.indexOf(pin);
        if (index >= 0) {
            pins.set(index, successor);
        }
    }
}
