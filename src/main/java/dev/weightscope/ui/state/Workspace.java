package dev.weightscope.ui.state;

import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.SessionState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// All of a window that is saved, in files as in the settings: the session, the view, and what each
/// lab is set to.
public final class Workspace {
    private final Session session;
    private final ViewState view = new ViewState();
    private final Map<String, SettingsText> labs = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /// @param read does nothing with a text that stands for none
    private record SettingsText(Supplier<String> write, Consumer<String> read) {}

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

    /// Saves a lab's settings as options.
    ///
    /// @param lab the lab's key
    /// @param read takes what was saved; does nothing with a text that stands for no settings
    public void keep(
            String lab, LabState<?, ?> state, Supplier<String> write, Consumer<String> read) {
        labs.put(lab, new SettingsText(write, read));
        state.liveProperty().map(live -> live.question().settings()).subscribe(_ -> tell());
    }

    /// All of it as it is now.
    public SavedSession saved() {
        SequencedMap<String, String> settings = new TreeMap<>();
        labs.forEach((lab, text) -> settings.put(lab, text.write.get()));
        settings.values().removeIf(String::isEmpty);
        return SavedSession.of(session.state(), view.words(), settings);
    }

    /// Opens what was saved in a file: as one step, of which experiment and pins can be undone.
    /// What tells of the live setting alone leaves the pins as they are.
    ///
    /// @param made what `saved` resolves to
    public void open(SavedSession saved, SessionState made) {
        session.open(
                switch (saved.scope()) {
                    case SETTING -> session.state().withExperiment(made.experiment());
                    case SESSION -> made;
                });
        choose(saved);
    }

    /// Takes over view and labs' settings.
    public void choose(SavedSession saved) {
        view.choose(saved.view());
        saved.labs()
                .forEach((lab, text) -> {
                    SettingsText known = labs.get(lab);
                    if (known != null) {
                        known.read.accept(text);
                    }
                });
    }

    /// Calls `action` after each change of what [#saved] gives.
    public void onChange(Runnable action) {
        listeners.add(action);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
