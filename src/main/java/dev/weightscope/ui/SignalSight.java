package dev.weightscope.ui;

import dev.weightscope.model.Snapshot;
import dev.weightscope.ui.file.Exportable;
import dev.weightscope.ui.result.ResultPanel;
import dev.weightscope.ui.state.LabState;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// The signal's charts and results.
record SignalSight(
        LabState<?, Snapshot> state, CentrePane centre, ResultPanel results, ResultsPlace place)
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
        return centre.pictures().all(state.live().answer());
    }

    @Override
    public Optional<Exportable> focusedPicture() {
        return centre.pictures().focused(state.live().answer());
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
