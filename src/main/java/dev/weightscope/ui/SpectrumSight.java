package dev.weightscope.ui;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.model.Refusal;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.spectrum.SpectrumAnswer;
import dev.weightscope.spectrum.SpectrumLab;
import dev.weightscope.spectrum.SpectrumSettings;
import dev.weightscope.spectrum.Trained;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.chart.ChartPart;
import dev.weightscope.ui.experiment.ExperimentPanel;
import dev.weightscope.ui.result.ResultsColumn;
import dev.weightscope.ui.result.SummaryLine;
import dev.weightscope.ui.spectrum.SpectrumPane;
import dev.weightscope.ui.spectrum.SpectrumResults;
import dev.weightscope.ui.spectrum.SpectrumSections;
import dev.weightscope.ui.spectrum.SpectrumWork;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Outcome;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// The charts and the results of singular values.
final class SpectrumSight extends ChartsSight<SpectrumSettings, SpectrumAnswer> {
    private final Workspace workspace;
    private final List<Node> sections;
    private final SpectrumPane pane;
    private final SpectrumResults results;
    private final SummaryLine line = new SummaryLine("open-spectrum-results");
    private final ObjectProperty<Optional<Doing>> doing =
            new SimpleObjectProperty<>(Optional.empty());
    private List<Series<SpectrumAnswer>> drawn = List.of();

    /// What the Training tab had when it was last looked at there.
    private Trained taken;

    /// @param window whose centre, left and right it takes
    /// @param experiment shown with every lab
    SpectrumSight(
            LabTab<SpectrumSettings, SpectrumAnswer> tab,
            Workspace workspace,
            ObservableValue<Palette> palette,
            BorderPane window,
            ExperimentPanel experiment,
            double resultsWidth) {
        super(tab, workspace, window, experiment);
        this.workspace = workspace;
        sections = new SpectrumSections(new SpectrumLab(), state).sections();
        taken = trained();
        pane = new SpectrumPane(palette);
        results = new SpectrumResults(session, tab.lab(), state, palette, line);
        results.holdWidth(resultsWidth);
        pane.keep(workspace.view());
        state.liveProperty().map(live -> live.question().settings()).subscribe(this::followTrained);
        pane.onMoved(this::train);
        pane.selectedProperty().bind(workspace.trainingRunProperty());
        pane.selectedProperty().subscribe(_ -> showResults());
        state.liveProperty().subscribe(this::showLive);
        state.outcomesProperty().subscribe(this::follow);
        session.stateProperty().subscribe(this::follow);
    }

    /// What the lab's settings say is what the pane shows, whoever has changed them.
    private void followTrained(SpectrumSettings settings) {
        pane.showMoved(settings.trained().isPresent());
    }

    /// A person looks at what training moves: as the Training tab trains, at the step that it looks
    /// at.
    private void train() {
        boolean isWanted = pane.isMovedShown();
        if (isWanted != state.settings().trained().isPresent()) {
            taken = trained();
            state.edit(now -> now.withTrained(isWanted ? Optional.of(taken) : Optional.empty()));
        }
    }

    /// As the Training tab trains now.
    private Trained trained() {
        TrainingLab lab = new TrainingLab();
        String said = session.state().labs().getOrDefault(lab.key(), "");
        return new Trained(workspace.trainingStepProperty().get(), settings(lab, said));
    }

    private static TrainingSettings settings(TrainingLab lab, String said) {
        try {
            return lab.saved().parse(said).withDraws(1);
        } catch (Refusal _) {
            return lab.opening(); // of another version of the lab
        }
    }

    /// What the Training tab has changed since it was last taken.
    private void followTraining() {
        Trained now = trained();
        if (state.settings().trained().isPresent() && !now.equals(taken)) {
            taken = now;
            state.edit(settings -> settings.withTrained(Optional.of(now)));
        }
    }

    private void showLive(Live<SpectrumSettings, SpectrumAnswer> live) {
        sayRefusal();
        follow();
        pane.show(drawn, !live.progress().isOfThisQuestion());
    }

    /// Draws what has changed: most steps of a drag bring no answer.
    private void follow() {
        List<Series<SpectrumAnswer>> now = AnswerSeries.of(state, session).liveFirst();
        if (!now.equals(drawn)) {
            drawn = now;
            pane.show(now, !state.live().progress().isOfThisQuestion());
            showResults();
        }
        doing.set(done());
        sayFirst(!drawn.isEmpty());
    }

    private void showResults() {
        results.show(drawn, pane.frontOf(drawn));
    }

    @Override
    public void show() {
        followTraining();
        super.show();
    }

    /// Of what is there once all is; else the live question's progress is told, or that it was
    /// given up.
    private Optional<Doing> done() {
        boolean lacks =
                state.live().progress().isUnderWay()
                        || state.live().progress() instanceof Progress.Cancelled
                        || session.pins().kept().stream()
                                .anyMatch(pin -> state.outcome(pin) instanceof Outcome.Waiting);
        return lacks || drawn.isEmpty() || !state.live().isShownCurrent()
                ? Optional.empty()
                : Optional.of(
                        new Doing(
                                SpectrumWork.text(drawn.stream().map(Series::values).toList()),
                                false));
    }

    @Override
    public ObservableValue<Optional<Doing>> doingProperty() {
        return doing;
    }

    @Override
    public String hint() {
        return "← →: depth · P: pin · F1: help";
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("depth-on", "The next depth", "Right", () -> pane.step(1)),
                Command.of("depth-back", "The depth before", "Left", () -> pane.step(-1)));
    }

    @Override
    List<ChartPart> parts() {
        return pane.pictures();
    }

    @Override
    List<ChartCanvas> canvases() {
        return pane.canvases();
    }

    @Override
    public boolean goBack() {
        return super.goBack() || pane.showAll();
    }

    @Override
    void showSections(ExperimentPanel experiment) {
        experiment.showAlong(sections);
    }

    @Override
    public Node centre() {
        return pane;
    }

    @Override
    public ResultsColumn results() {
        return results;
    }

    @Override
    SummaryLine line() {
        return line;
    }
}
