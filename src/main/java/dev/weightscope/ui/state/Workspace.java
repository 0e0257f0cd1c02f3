package dev.weightscope.ui.state;

import dev.weightscope.model.Experiment;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// All of a window that is saved, in files as in the settings: the session, the view, and what each
/// lab is set to.
public final class Workspace {
    private final Session session;
    private final ViewState view = new ViewState();
    private final List<Runnable> listeners = new ArrayList<>();
    private final ObjectProperty<OptionalInt> trainingStep =
            new SimpleObjectProperty<>(OptionalInt.empty());
    private final IntegerProperty trainingRun = new SimpleIntegerProperty();

    public Workspace(Session session) {
        this.session = session;
        view.onChange(this::tell);
        session.stateProperty().addListener((_, _, _) -> tell());
    }

    public Session session() {
        return session;
    }

    public ViewState view() {
        return view;
    }

    /// The step at which a training is looked at, for others that look at it; empty for the last
    /// one. It is not saved: a race that is opened is looked at where it goes on.
    public ObjectProperty<OptionalInt> trainingStepProperty() {
        return trainingStep;
    }

    /// The colour of the run that is selected where trainings are looked at; 0, the live setting's,
    /// at first. It is not saved: what is selected is a matter of looking.
    public IntegerProperty trainingRunProperty() {
        return trainingRun;
    }

    /// All of it as it is now.
    public SavedSession saved() {
        return SavedSession.of(session.state(), view.words());
    }

    /// What brings back a picture of an experiment, with all else as it is now; for any thread.
    public Function<Experiment, String> note() {
        SavedSession saved = saved();
        return shown -> saved.withLive(shown).format();
    }

    /// Opens what was saved in a file: as one step, of which all but the view can be undone. What
    /// tells of the live setting alone leaves pins and labs as they are.
    ///
    /// @param made what `saved` resolves to
    public void open(SavedSession saved, SessionState made) {
        session.open(
                switch (saved.scope()) {
                    case SETTING -> session.state().withExperiment(made.experiment());
                    case SESSION -> made;
                });
        view.choose(saved.view());
    }

    /// Calls `action` after each change of what [#saved] gives.
    public void onChange(Runnable action) {
        listeners.add(action);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
