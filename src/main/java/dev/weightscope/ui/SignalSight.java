package dev.weightscope.ui;

import dev.weightscope.model.Snapshot;
import dev.weightscope.signal.SignalAnswer;
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
        return centre.pictures().all(answer());
    }

    @Override
    public Optional<Exportable> focusedPicture() {
        return centre.pictures().focused(answer());
    }

    private Optional<Snapshot> answer() {
        return state.live().answer().map(SignalAnswer::snapshot);
    }

    @Override
    public void pinCurrent() {
        results.pinCurrent();
    }

    @Override
    public Node focusedChart() {
        return centre.focusedChart();
    }
}
