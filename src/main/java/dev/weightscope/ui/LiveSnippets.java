package dev.weightscope.ui;

import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.run.Background;
import dev.weightscope.snippet.Extent;
import dev.weightscope.snippet.Framework;
import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.snippet.SnippetSubject;
import dev.weightscope.ui.snippet.SnippetWindow;
import dev.weightscope.ui.state.Session;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;

/// The snippets of the live setting, and of the training where the window has one.
final class LiveSnippets {
    private final SnippetWindow window;
    private final LabTabs labs;
    private final Optional<LabTab<TrainingSettings, TrainingAnswer>> training;

    LiveSnippets(Session session, List<LabTab<?, ?>> tabs, LabTabs labs, Desktop desktop) {
        this.labs = labs;
        training = tabs.stream().flatMap(tab -> tab.training().stream()).findFirst();
        window =
                new SnippetWindow(
                        training.map(LiveSnippets::trained)
                                .orElseGet(() ->
                                        session.experimentProperty()
                                                .map(now ->
                                                        new SnippetSubject(now, Optional.empty()))),
                        desktop,
                        new Background(WeightScopeApplication.toolkitThread()));
    }

    /// What the lab asks is the session's experiment, with settings of the same moment.
    private static ObservableValue<SnippetSubject> trained(
            LabTab<TrainingSettings, TrainingAnswer> tab) {
        return tab.state()
                .liveProperty()
                .map(now ->
                        new SnippetSubject(
                                now.question().experiment(),
                                Optional.of(now.question().settings())));
    }

    /// Shows the training where that is in sight, else what was chosen last.
    void open(Window owner) {
        if (training.isPresent() && labs.inSight().equals(training.get())) {
            window.choose(Framework.PYTORCH, Extent.TRAINING);
        }
        window.open(owner);
    }

    /// Closes them.
    ///
    /// @return false if they are not open
    boolean close() {
        return window.close();
    }
}
