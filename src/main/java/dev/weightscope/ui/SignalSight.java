package dev.weightscope.ui;

import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.ui.file.Exportable;
import dev.weightscope.ui.result.ResultPanel;
import dev.weightscope.ui.state.LabState;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// The signal's charts and results.
record SignalSight(
        LabState<?, SignalAnswer> state, CentrePane centre, ResultPanel results, ResultsPlace place)
        implements LabSight {
    @Override
    public void show() {
        place.show();
    }

    @Override
    public void hide() {
        place.hide();
    }

    @Override
    public List<Exportable> pictures() {
        return centre.pictures().all(caption());
    }

    @Override
    public Optional<Exportable> focusedPicture() {
        return centre.pictures().focused(caption());
    }

    /// The experiment that is shown and what else was asked; empty before the first answer.
    private String caption() {
        return state.live().answer().map(SignalSight::caption).orElse("");
    }

    private static String caption(SignalAnswer answer) {
        String settings = SignalLab.answered(answer).settingsText();
        return answer.snapshot().caption() + (settings.isEmpty() ? "" : " · " + settings);
    }

    @Override
    public void pinCurrent() {
        results.pinCurrent();
    }

    @Override
    public boolean goBack() {
        if (place.close()) {
            return true;
        }
        boolean wasComparing = results.comparingProperty().get();
        results.comparingProperty().set(false);
        return wasComparing;
    }

    @Override
    public Node focusedChart() {
        return centre.focusedChart();
    }
}
