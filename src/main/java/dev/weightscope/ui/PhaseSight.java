package dev.weightscope.ui;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.plane.MapMark;
import dev.weightscope.lab.Lab;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.phase.Frameworks;
import dev.weightscope.phase.PhaseAnswer;
import dev.weightscope.phase.PhaseMove;
import dev.weightscope.phase.PhasePoint;
import dev.weightscope.phase.PhaseQuantity;
import dev.weightscope.phase.PhaseSettings;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.chart.ChartPart;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.experiment.ExperimentPanel;
import dev.weightscope.ui.phase.PhaseLine;
import dev.weightscope.ui.phase.PhaseMap;
import dev.weightscope.ui.phase.PhasePane;
import dev.weightscope.ui.phase.PhaseResults;
import dev.weightscope.ui.phase.PhaseSections;
import dev.weightscope.ui.phase.PhaseSwitches;
import dev.weightscope.ui.result.ResultsColumn;
import dev.weightscope.ui.result.SummaryLine;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Workspace;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// The phase lab's map, results and settings.
final class PhaseSight extends ChartsSight<PhaseSettings, PhaseAnswer> {
    /// The names of settings stand beside three columns of figures.
    private static final double NAMES = 34;

    private final List<Node> sections;
    private final PhaseSwitches switches;
    private final ObjectProperty<PhaseQuantity> quantity;
    private final PhasePane pane;
    private final PhaseResults results;
    private final PhaseLine line = new PhaseLine();
    private List<Series<PhaseAnswer>> drawn = List.of();

    /// @param window whose centre, left and right it takes
    /// @param experiment shown with every lab
    PhaseSight(
            LabTab<PhaseSettings, PhaseAnswer> tab,
            Workspace workspace,
            ObservableValue<Palette> palette,
            BorderPane window,
            ExperimentPanel experiment,
            double resultsWidth) {
        super(tab, workspace, window, experiment);
        Lab<PhaseSettings, PhaseAnswer> lab = tab.lab();
        sections = new PhaseSections(lab, state).sections();
        switches = new PhaseSwitches(state::resume);
        quantity = new SimpleObjectProperty<>(state.settings().quantity());
        pane = new PhasePane(palette, quantity, switches, new Hand());
        pane.keep(workspace.view());
        pane.map().setOnPick(this::pick);
        results = new PhaseResults(session, lab, state, palette, this::toCritical);
        results.holdWidth(resultsWidth + NAMES);
        quantity.addListener((_, _, chosen) -> choose(chosen));
        switches.measuredProperty().addListener((_, _, isOn) -> measure(isOn));
        switches.zoomedProperty().addListener((_, _, isOn) -> zoom(isOn));
        switches.frameworksProperty().addListener((_, _, _) -> draw());
        state.liveProperty().subscribe(live -> showLive(live));
        state.outcomesProperty().subscribe(this::follow);
        session.stateProperty().subscribe(this::follow);
    }

    /// Moves the point: a drag is one step of the history.
    private final class Hand implements PhaseMap.Hand {
        @Override
        public void grab() {
            session.beginGesture();
        }

        @Override
        public void move(double x, double y) {
            attempt(now -> PhaseMove.to(now, x, y));
        }

        @Override
        public void release() {
            session.endGesture();
        }
    }

    private void attempt(UnaryOperator<Experiment> change) {
        try {
            session.edit(change);
            say("");
        } catch (Refusal refused) {
            say(Sentences.finished(String.valueOf(refused.getMessage())));
        }
    }

    private void toCritical() {
        state.live()
                .answer()
                .filter(_ -> state.live().isShownCurrent())
                .map(PhaseAnswer::point)
                .ifPresent(point -> {
                    if (point instanceof PhasePoint.At(var _, var _, var critical)
                            && critical.isPresent()) {
                        attempt(now -> PhaseMove.withGain(now, critical.getAsDouble()));
                    }
                });
    }

    /// A framework's own initializer becomes the live setting's.
    private void pick(MapMark mark) {
        if (mark.shape() == MapMark.Shape.DIAMOND) {
            Frameworks.of(session.experiment()).stream()
                    .filter(each -> each.name().equals(mark.name()))
                    .findFirst()
                    .ifPresent(each -> attempt(_ -> each.start()));
        }
    }

    private void choose(PhaseQuantity chosen) {
        if (chosen != state.settings().quantity()) {
            state.edit(settings -> settings.withQuantity(chosen));
        }
    }

    private void measure(boolean isOn) {
        if (isOn != state.settings().trainability().isMeasured()) {
            state.edit(settings -> settings.measured(isOn));
        }
    }

    /// Around the point, or around the middle of what is shown where that has none.
    private void zoom(boolean isOn) {
        if (isOn != state.settings().isZoomed()) {
            state.edit(settings -> {
                if (!isOn) {
                    return settings.unzoomed();
                }
                return state.live()
                        .answer()
                        .flatMap(PhaseAnswer::place)
                        .map(place ->
                                settings.zoomedTo(place.weightVariance(), place.biasVariance()))
                        .orElseGet(() -> settings.zoomedTo(2, 0.1));
            });
        }
    }

    private void showLive(Live<PhaseSettings, PhaseAnswer> live) {
        sayRefusal();
        PhaseSettings settings = live.question().settings();
        quantity.set(settings.quantity());
        switches.measuredProperty().set(settings.trainability().isMeasured());
        switches.zoomedProperty().set(settings.isZoomed());
        switches.offer(
                settings.trainability().isMeasured()
                        && live.progress() instanceof Progress.Cancelled);
        pane.setStale(!live.progress().isOfThisQuestion() && !live.isShownCurrent());
        follow();
    }

    private void follow() {
        List<Series<PhaseAnswer>> now = AnswerSeries.of(state, session).liveFirst();
        if (!now.equals(drawn) && state.live().shown() != null) {
            drawn = now;
            draw();
        }
        sayFirst(!drawn.isEmpty());
    }

    private void draw() {
        if (!drawn.isEmpty()) {
            pane.show(drawn);
            results.show(drawn.getFirst().values());
            line.show(drawn.getFirst().values());
        }
    }

    @Override
    public String hint() {
        return "Arrows: move the point · C: to critical · P: pin · F1: help";
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of(
                        "critical", "Take the point to the critical line", "C", this::toCritical));
    }

    @Override
    List<ChartPart> parts() {
        return pane.pictures(drawn);
    }

    @Override
    List<ChartCanvas> canvases() {
        return pane.canvases();
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
