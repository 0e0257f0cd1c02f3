package dev.weightscope.ui;

import dev.weightscope.export.TableFile;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Experiment;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import dev.weightscope.ui.file.Exportable;
import dev.weightscope.ui.file.Exports;
import dev.weightscope.ui.file.NetworkExport;
import dev.weightscope.ui.result.ResultPanel;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;

/// The signal's charts and results.
record SignalSight(
        Session session,
        LabState<SignalSettings, SignalAnswer> state,
        CentrePane centre,
        ResultPanel results,
        ResultsPlace place)
        implements LabSight {
    @Override
    public void show() {
        place.show();
    }

    @Override
    public void hide() {
        place.hide();
    }

    /// With the network that the signal goes through.
    @Override
    public Exports.About about(Experiment experiment) {
        SignalLab lab = new SignalLab();
        return Exports.About.settings(experiment)
                .withNetwork(
                        lab.network()
                                .<NetworkExport<?>>map(network ->
                                        new NetworkExport<>(
                                                network,
                                                new Question<>(experiment, lab.opening()),
                                                widths(experiment),
                                                lab.isLong(),
                                                "Weights lie out × in, as in PyTorch's Linear; gain"
                                                        + " and format are in.")));
    }

    private static List<Integer> widths(Experiment experiment) {
        return IntStream.rangeClosed(0, experiment.depth())
                .mapToObj(layer -> layer == 0 ? experiment.inputWidth() : experiment.fanOut(layer))
                .toList();
    }

    @Override
    public List<Exportable> pictures() {
        return centre.pictures().all(caption());
    }

    @Override
    public List<TableFile> tables() {
        return ShownTables.of("layers", new SignalLab(), state, session);
    }

    @Override
    public Optional<Exportable> focusedPicture() {
        return centre.pictures().focused(caption());
    }

    /// The experiment that is shown and what else was asked; empty before the first answer.
    private String caption() {
        return state.live().answer().map(answer -> SignalLab.answered(answer).caption()).orElse("");
    }

    @Override
    public void pinCurrent() {
        results.pinCurrent();
    }

    @Override
    public void advise(String sentences) {
        centre.advise(sentences);
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
